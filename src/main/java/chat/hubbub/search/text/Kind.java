package chat.hubbub.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.LineBreak;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** The role of a folded character in a text. */
enum Kind {

	/** A letter or digit of a word. */
	LETTER,

	/** A letter of a word whose marks are dropped: é is found by e. */
	BARE_LETTER,

	/** A token of its own: a character of a script without blanks, an emoji, #, @, +. */
	ALONE,

	/** Half of a flag. */
	REGION,

	/** A mark of the letter before it. */
	MARK,

	/** It neither belongs to a word nor ends one. */
	DROPPED,

	/** It ends a word. */
	BREAK;

	private static final int TATWEEL = 0x0640;

	private static final int LAST_ASCII = 0x7F;

	static Kind of(int character) {
		if (character <= LAST_ASCII) {
			return ofAscii(character);
		}
		if (character == TATWEEL || UCharacter.hasBinaryProperty(character, UProperty.EMOJI_MODIFIER)) {
			return DROPPED;
		}
		if (UCharacter.hasBinaryProperty(character, UProperty.REGIONAL_INDICATOR)) {
			return REGION;
		}
		return UCharacter.hasBinaryProperty(character, UProperty.EXTENDED_PICTOGRAPHIC) ? ALONE : ofCategory(character);
	}

	private static Kind ofAscii(int character) {
		if (character >= 'a' && character <= 'z') {
			return BARE_LETTER;
		}
		if (character >= '0' && character <= '9') {
			return LETTER;
		}
		return (character == '#' || character == '@' || character == '+') ? ALONE : BREAK;
	}

	private static Kind ofCategory(int character) {
		return switch (UCharacter.getType(character)) {
			case UCharacterCategory.UPPERCASE_LETTER, UCharacterCategory.LOWERCASE_LETTER,
					UCharacterCategory.TITLECASE_LETTER, UCharacterCategory.MODIFIER_LETTER,
					UCharacterCategory.OTHER_LETTER, UCharacterCategory.DECIMAL_DIGIT_NUMBER,
					UCharacterCategory.LETTER_NUMBER, UCharacterCategory.OTHER_NUMBER ->
				ofLetter(character);
			case UCharacterCategory.NON_SPACING_MARK, UCharacterCategory.COMBINING_SPACING_MARK ->
				isWithoutBlanks(character) ? ALONE : MARK;
			// The key around a digit, as in an emoji.
			case UCharacterCategory.ENCLOSING_MARK -> DROPPED;
			default -> BREAK;
		};
	}

	private static Kind ofLetter(int character) {
		return switch (UScript.getScript(character)) {
			case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.ARABIC, UScript.HEBREW -> BARE_LETTER;
			default -> isWithoutBlanks(character) ? ALONE : LETTER;
		};
	}

	/**
	 * Whether its script writes words without blanks between them: Han and kana, and
	 * those that Unicode breaks with a dictionary, such as Thai, Lao, Khmer and Myanmar.
	 */
	private static boolean isWithoutBlanks(int character) {
		return switch (UScript.getScript(character)) {
			case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA -> true;
			case UScript.COMMON -> UCharacter.isLetter(character) && UScript.hasScript(character, UScript.KATAKANA);
			default -> UCharacter.getIntPropertyValue(character, UProperty.LINE_BREAK) == LineBreak.COMPLEX_CONTEXT;
		};
	}

}
