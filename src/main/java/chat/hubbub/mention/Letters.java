package chat.hubbub.mention;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The characters around and within names in a text, by code points. */
final class Letters {

	private static final String JOINTS = "._-";

	/** Scripts that do not write blanks between all words. */
	private static final Set<UnicodeScript> DENSE = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.THAI);

	private Letters() {
	}

	/** Whether it is a letter, a digit or a mark. */
	static boolean isWord(int character) {
		return Character.isLetterOrDigit(character) || switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	/** Whether it may stand between the words of a name. */
	static boolean isJoint(int character) {
		return JOINTS.indexOf(character) >= 0;
	}

	/** Whether a word may begin or end beside it without a blank. */
	static boolean isDense(int character) {
		return DENSE.contains(UnicodeScript.of(character));
	}

}
