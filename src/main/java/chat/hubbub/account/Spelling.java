package chat.hubbub.account;

import com.ibm.icu.text.UnicodeSet;

/**
 * The rules for the spelling of new names, after Unicode UTS 39. Names that were taken
 * under older rules stay. Thread-safe.
 */
public final class Spelling {

	/** The maximum number of marks on one letter. */
	static final int MAX_MARKS = 2;

	// The characters in common use in some language, without obsolete, invisible and
	// specialised ones.
	private static final UnicodeSet ALLOWED = new UnicodeSet("[[[:L:][:M:][:Nd:]]&[:Identifier_Status=Allowed:]]")
		.freeze();

	private static final UnicodeSet LETTERS_AND_DIGITS = new UnicodeSet(ALLOWED).removeAll(new UnicodeSet("[:M:]"))
		.freeze();

	private static final UnicodeSet MARKS = new UnicodeSet("[:M:]").freeze();

	private static final String BETWEEN = "-_. ";

	private Spelling() {
	}

	/**
	 * Checks a new name.
	 * @throws IllFormedName if the name is not allowed
	 */
	static void check(Username name) {
		if (!isAllowed(name)) {
			throw new IllFormedName();
		}
	}

	/** Whether a new account or guest may have a name. */
	public static boolean isAllowed(Username name) {
		String value = name.value();
		return value.equals(allowed(value)) && value.codePoints().anyMatch(LETTERS_AND_DIGITS::contains);
	}

	/** A text without the characters that are not allowed in new names. */
	public static String allowed(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		int marks = 0;
		for (int character : text.codePoints().toArray()) {
			marks = MARKS.contains(character) ? marks + 1 : 0;
			if (BETWEEN.indexOf(character) >= 0 || (ALLOWED.contains(character) && marks <= MAX_MARKS)) {
				kept.appendCodePoint(character);
			}
		}
		return kept.toString();
	}

}
