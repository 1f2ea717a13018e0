package chat.hubbub.message;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * An emoji that Unicode recommends for general interchange (UTS #51, the set RGI), such
 * as a flag or a family; ICU has the data. One emoji has one spelling here: the fully
 * qualified one.
 *
 * @param value the characters
 */
record Emoji(String value) {

	/** More than the longest emoji has. */
	private static final int MAX_LENGTH = 64;

	private static final String SELECTOR = "\uFE0F";

	/**
	 * Qualifies and checks an emoji.
	 * @throws NotAnEmoji if it is no emoji, or more than one
	 */
	Emoji {
		value = (value.length() <= MAX_LENGTH) ? qualified(value) : "";
		if (!UCharacter.hasBinaryProperty(value, UProperty.RGI_EMOJI)) {
			throw new NotAnEmoji();
		}
	}

	/**
	 * Keyboards and systems differ in where they put the selector of the colourful form.
	 * It belongs to each character that is plain text without it, unless a skin tone
	 * follows.
	 */
	private static String qualified(String text) {
		int[] characters = text.replace(SELECTOR, "").codePoints().toArray();
		StringBuilder qualified = new StringBuilder();
		for (int at = 0; at < characters.length; at++) {
			qualified.appendCodePoint(characters[at]);
			if (isPlain(characters[at]) && !(at + 1 < characters.length && isSkinTone(characters[at + 1]))) {
				qualified.append(SELECTOR);
			}
		}
		return qualified.toString();
	}

	private static boolean isPlain(int character) {
		return UCharacter.hasBinaryProperty(character, UProperty.EMOJI)
				&& !UCharacter.hasBinaryProperty(character, UProperty.EMOJI_PRESENTATION);
	}

	private static boolean isSkinTone(int character) {
		return UCharacter.hasBinaryProperty(character, UProperty.EMOJI_MODIFIER);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
