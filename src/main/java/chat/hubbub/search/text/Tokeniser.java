package chat.hubbub.search.text;

import java.util.ArrayList;
import java.util.List;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;

/**
 * Cuts a text into tokens, the same ones for an index and for a query, in every language
 * and on every database. Letters are compared without case, width and most marks. A
 * character of a script without blanks is a token of its own, so that a word is found by
 * its characters wherever it stands. For one text.
 */
public final class Tokeniser {

	/**
	 * Changes whenever the tokens of some text do: then the words of an index can no
	 * longer be found.
	 */
	public static final String VERSION = "1 with ICU " + VersionInfo.ICU_VERSION;

	/**
	 * The maximum length of a token, in UTF-16 units. A longer word is several tokens.
	 */
	static final int MAX_LENGTH = 64;

	/**
	 * The maximum number of tokens of a text. Only a text of characters that stand for
	 * whole sentences has more; its rest is not found.
	 */
	static final int MAX_TOKENS = 24_000;

	private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

	private static final Normalizer2 DECOMPOSITION = Normalizer2.getNFDInstance();

	/**
	 * The maximum number of characters that are normalised together, because sorting the
	 * marks of a letter takes time in the square of their number.
	 */
	private static final int MAX_SEGMENT = 32;

	/** No character before it changes with those that precede it. */
	private static final char FIRST_COMBINING = 0x0300;

	private static final int DOTLESS_I = 0x0131;

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	private final StringBuilder word = new StringBuilder();

	private int wordStart;

	private int wordEnd;

	/** The kind of the last letter, to which a mark belongs. */
	private Kind last = Kind.BREAK;

	private Tokeniser(String text) {
		this.text = text;
	}

	/**
	 * Cuts a text.
	 * @param text any text; a lone surrogate ends a word
	 * @return its tokens in their order, at most {@value #MAX_TOKENS}
	 */
	public static List<Token> tokens(String text) {
		Tokeniser tokeniser = new Tokeniser(text);
		tokeniser.run();
		return tokeniser.tokens;
	}

	private void run() {
		int at = 0;
		while (at < this.text.length() && this.tokens.size() < MAX_TOKENS) {
			int end = segmentEnd(at);
			if (end == at + 1 && this.text.charAt(at) < 0x80) {
				add(asciiLowerCase(this.text.charAt(at)), at, end);
			}
			else {
				addAll(FOLD.normalize(this.text.substring(at, end)), at, end);
			}
			at = end;
		}
		endWord();
	}

	/** The end of the characters that have to be normalised together. */
	private int segmentEnd(int start) {
		int end = start + Character.charCount(this.text.codePointAt(start));
		int characters = 1;
		while (end < this.text.length() && characters < MAX_SEGMENT && this.text.charAt(end) >= FIRST_COMBINING) {
			int next = this.text.codePointAt(end);
			if (FOLD.hasBoundaryBefore(next)) {
				break;
			}
			end += Character.charCount(next);
			characters++;
		}
		return end;
	}

	private static int asciiLowerCase(char character) {
		return (character >= 'A' && character <= 'Z') ? character + ('a' - 'A') : character;
	}

	private void addAll(CharSequence folded, int start, int end) {
		folded.codePoints().forEach((character) -> add(character, start, end));
	}

	private void add(int character, int start, int end) {
		Kind kind = Kind.of(character);
		switch (kind) {
			case LETTER -> addLetter(character, start, end);
			case BARE_LETTER -> addBare(character, start, end);
			case MARK -> addMark(character, start, end);
			case ALONE -> addAlone(character, start, end);
			case REGION -> addRegion(character, start, end);
			case BREAK -> endWord();
			case DROPPED -> {
				return;
			}
		}
		if (kind != Kind.MARK) {
			this.last = kind;
		}
	}

	private void addLetter(int character, int start, int end) {
		if (this.last == Kind.REGION || this.last == Kind.ALONE || this.word.length() >= MAX_LENGTH) {
			endWord();
		}
		if (this.word.isEmpty()) {
			this.wordStart = start;
		}
		this.word.appendCodePoint(character);
		this.wordEnd = end;
	}

	private void addBare(int character, int start, int end) {
		String parts = (character < 0x80) ? null : DECOMPOSITION.getDecomposition(character);
		if (parts != null) {
			addLetter(parts.codePointAt(0), start, end);
		}
		else {
			addLetter((character == DOTLESS_I) ? 'i' : character, start, end);
		}
	}

	/** A mark that was not composed with its letter. */
	private void addMark(int character, int start, int end) {
		if (this.last == Kind.LETTER && !this.word.isEmpty()) {
			addLetter(character, start, end);
		}
		else if (this.last == Kind.BARE_LETTER && !this.word.isEmpty()) {
			this.wordEnd = end;
		}
		else if (this.last == Kind.ALONE && !this.tokens.isEmpty()) {
			Token letter = this.tokens.remove(this.tokens.size() - 1);
			String value = letter.value() + Character.toString(character);
			this.tokens.add((value.length() <= MAX_LENGTH) ? new Token(value, letter.start(), end) : letter);
		}
	}

	private void addAlone(int character, int start, int end) {
		endWord();
		this.tokens.add(new Token(Character.toString(character), start, end));
	}

	/** Two halves of a flag are one token, so that a flag is not found between two. */
	private void addRegion(int character, int start, int end) {
		boolean second = this.last == Kind.REGION && this.word.length() == Character.charCount(character);
		if (!second) {
			endWord();
			this.wordStart = start;
		}
		this.word.appendCodePoint(character);
		this.wordEnd = end;
	}

	private void endWord() {
		if (!this.word.isEmpty()) {
			this.tokens.add(new Token(this.word.toString(), this.wordStart, this.wordEnd));
			this.word.setLength(0);
		}
	}

}
