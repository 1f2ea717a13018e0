package chat.hubbub.markup;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a text in which there are no mentions: code, links and addresses. A simple
 * reading of CommonMark, in time proportional to the text: it agrees with the page about
 * all but odd texts. Immutable after its creation.
 */
public final class Verbatim {

	/** A text without such parts. */
	public static final Verbatim NONE = new Verbatim("");

	private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"\\p{Cc}\\p{Cf}]+",
			Pattern.CASE_INSENSITIVE);

	private final String text;

	private final BitSet parts = new BitSet();

	private @Nullable String firstAddress;

	private Verbatim(String text) {
		this.text = text;
	}

	/**
	 * Reads a text.
	 * @param text the text
	 * @return its parts
	 */
	public static Verbatim of(String text) {
		Verbatim verbatim = new Verbatim(text);
		verbatim.readBlocks();
		return verbatim;
	}

	/**
	 * Whether a character is in such a part.
	 * @param at its place in the text
	 * @return {@code true} if it is
	 */
	public boolean holds(int at) {
		return this.parts.get(at);
	}

	/** The first address that is not in code, if there is one. */
	Optional<String> firstAddress() {
		return Optional.ofNullable(this.firstAddress);
	}

	private void readBlocks() {
		int paragraph = 0;
		Line before = Line.EMPTY;
		@Nullable Line fence = null;
		for (int start = 0; start < this.text.length(); start = before.end() + 1) {
			Line line = Line.at(this.text, start);
			if (fence != null && line.isWithin(fence)) {
				this.parts.set(start, line.end());
				fence = line.closes(fence) ? null : fence;
				paragraph = line.end();
			}
			else if (line.opensFence()) {
				readParagraph(paragraph, start);
				this.parts.set(start, line.end());
				fence = line;
				paragraph = line.end();
			}
			else {
				fence = null;
				if (line.beginsAfter(before)) {
					readParagraph(paragraph, start);
					paragraph = start;
				}
			}
			before = line;
		}
		readParagraph(paragraph, this.text.length());
	}

	private void readParagraph(int start, int end) {
		if (start < end) {
			readCode(start, end);
			findAddress(start, end);
			readLinks(start, end);
			Matcher address = ADDRESS.matcher(this.text).region(start, end);
			while (address.find()) {
				this.parts.set(address.start(), address.end());
			}
		}
	}

	/** Before the links are marked, because their addresses count too. */
	private void findAddress(int start, int end) {
		Matcher address = ADDRESS.matcher(this.text).region(start, end);
		while (this.firstAddress == null && address.find()) {
			if (!this.parts.get(address.start())) {
				boolean inLink = this.text.startsWith("](", address.start() - 2);
				this.firstAddress = Links.trimmed(address.group(), inLink);
			}
		}
	}

	/** A run of backticks opens code that the next run of the same length closes. */
	private void readCode(int start, int end) {
		Map<Integer, Deque<Integer>> runs = runs(start, end);
		int at = find('`', start, end);
		while (at >= 0) {
			int length = lengthOfRun(at, end);
			boolean escaped = isEscaped(at, start);
			int open = escaped ? at + 1 : at;
			Integer close = next(runs.get(escaped ? length - 1 : length), at + length);
			if (close != null) {
				int after = close + lengthOfRun(close, end);
				this.parts.set(open, after);
				at = find('`', after, end);
			}
			else {
				at = find('`', at + length, end);
			}
		}
	}

	private Map<Integer, Deque<Integer>> runs(int start, int end) {
		Map<Integer, Deque<Integer>> runs = new HashMap<>();
		int at = find('`', start, end);
		while (at >= 0) {
			int length = lengthOfRun(at, end);
			runs.computeIfAbsent(length, (unused) -> new ArrayDeque<>()).add(at);
			at = find('`', at + length, end);
		}
		return runs;
	}

	/** The first run from a place on; those before it are not needed again. */
	private static @Nullable Integer next(@Nullable Deque<Integer> runs, int from) {
		while (runs != null && !runs.isEmpty() && runs.element() < from) {
			runs.remove();
		}
		return (runs != null) ? runs.peek() : null;
	}

	/** The next place of a character, which is searched only up to an end; or -1. */
	private int find(char character, int from, int end) {
		int at = from;
		while (at < end && this.text.charAt(at) != character) {
			at++;
		}
		return (at < end) ? at : -1;
	}

	private int lengthOfRun(int at, int end) {
		int after = at;
		while (after < end && this.text.charAt(after) == '`') {
			after++;
		}
		return after - at;
	}

	private boolean isEscaped(int at, int start) {
		int before = at;
		while (before > start && this.text.charAt(before - 1) == '\\') {
			before--;
		}
		return (at - before) % 2 == 1;
	}

	/** A text in brackets, followed by an address in parentheses. */
	private void readLinks(int start, int end) {
		Deque<Integer> open = new ArrayDeque<>();
		int close = 0;
		for (int at = start; at < end; at++) {
			char character = this.parts.get(at) ? ' ' : this.text.charAt(at);
			if (character == '[') {
				open.push(at);
			}
			else if (character == ']' && !open.isEmpty()) {
				int from = open.pop();
				if (this.text.startsWith("](http", at)) {
					close = (close > at || close < 0) ? close : find(')', at, end);
					if (close >= 0) {
						this.parts.set(from, close + 1);
						open.clear();
					}
				}
			}
		}
	}

}
