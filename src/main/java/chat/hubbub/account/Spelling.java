package chat.hubbub.account;

import com.ibm.icu.text.UnicodeSet;

/**
 * How a name that somebody takes may be spelt, after Unicode UTS 39. Names that were
 * taken under older rules stay. Thread-safe.
 */
final class Spelling {

	/** How many marks may stand on one letter. */
	static final int MAX_MARKS = 2;

	// What is in everyday use somewhere, without what is obsolete, invisible or for
	// specialists.
	private static final UnicodeSet ALLOWED = new UnicodeSet("[[[:L:][:M:][:Nd:]]&[:Identifier_Status=Allowed:]]")
		.freeze();

	private static final UnicodeSet LETTERS_AND_DIGITS = new UnicodeSet(ALLOWED).removeAll(new UnicodeSet("[:M:]"))
		.freeze();

	private static final UnicodeSet MARKS = new UnicodeSet("[:M:]").freeze();

	private static final String BETWEEN = "-_. ";

	private Spelling() {
	}

	/**
	 * Checks a name that somebody wants.
	 * @throws IllFormedName if nobody may take it any more
	 */
	static void check(Username name) {
		if (!isAllowed(name)) {
			throw new IllFormedName();
		}
	}

	static boolean isAllowed(Username name) {
		String value = name.value();
		return value.equals(allowed(value)) && value.codePoints().anyMatch(LETTERS_AND_DIGITS::contains);
	}

	/** What is left of a text without the characters that no new name may have. */
	static String allowed(String text) {
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
