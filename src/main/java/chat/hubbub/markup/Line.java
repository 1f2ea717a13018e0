package chat.hubbub.markup;

/**
 * A line of a text, with the marks of blocks at its start.
 *
 * @param text the whole text
 * @param start the start of the line
 * @param content the place behind the marks of quotes and lists
 * @param end the end of the line, without its break
 * @param quoted whether it has the mark of a quote
 * @param listed whether it has the mark of a list
 */
record Line(String text, int start, int content, int end, boolean quoted, boolean listed) {

	/** The line before the first. */
	static final Line EMPTY = new Line("", 0, 0, -1, false, false);

	private static final int MIN_FENCE = 3;

	private static final int MAX_INDENTATION = 3;

	private static final int MAX_DIGITS = 9;

	/** The line that starts at a place. */
	static Line at(String text, int start) {
		int newLine = text.indexOf('\n', start);
		int end = (newLine >= 0) ? newLine : text.length();
		int at = afterBlanks(text, start, end);
		boolean quoted = false;
		boolean listed = false;
		int marks = afterMark(text, at, end);
		while (marks > at) {
			boolean quote = text.charAt(at) == '>';
			quoted |= quote;
			listed |= !quote;
			at = afterBlanks(text, marks, end);
			marks = afterMark(text, at, end);
		}
		return new Line(text, start, at, end, quoted, listed);
	}

	private static int afterBlanks(String text, int from, int end) {
		int at = from;
		while (at < end && isBlank(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t' || character == '\r';
	}

	/**
	 * The place behind a mark of a quote or a list item, or its start if none is there.
	 */
	private static int afterMark(String text, int from, int end) {
		if (from < end && text.charAt(from) == '>') {
			return from + 1;
		}
		int at = from;
		while (at < end && at - from < MAX_DIGITS && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
			at++;
		}
		String marks = (at > from) ? ".)" : "-*+";
		boolean mark = at + 1 < end && marks.indexOf(text.charAt(at)) >= 0 && isBlank(text.charAt(at + 1));
		return mark ? at + 1 : from;
	}

	private boolean isEmpty() {
		return this.content >= this.end;
	}

	/** Whether a new paragraph begins here. */
	boolean beginsAfter(Line before) {
		return isEmpty() || before.isEmpty() || this.listed || this.quoted != before.quoted;
	}

	/** Whether a code block begins here. */
	boolean opensFence() {
		int length = fence();
		boolean inText = !this.listed && !this.quoted && indentation() > MAX_INDENTATION;
		return length >= MIN_FENCE && !inText && (this.text.charAt(this.content) == '~'
				|| this.text.substring(this.content + length, this.end).indexOf('`') < 0);
	}

	/** Whether it belongs to the block that a line has opened: to its quote or item. */
	boolean isWithin(Line opening) {
		boolean item = !opening.listed || isEmpty() || indentation() > opening.indentation();
		return (!opening.quoted || this.quoted) && (opening.quoted || item);
	}

	private int indentation() {
		return afterBlanks(this.text, this.start, this.end) - this.start;
	}

	/** Whether it ends the block that a line has opened. */
	boolean closes(Line opening) {
		int length = fence();
		return length >= opening.fence() && this.quoted == opening.quoted && !this.listed
				&& this.text.charAt(this.content) == opening.text.charAt(opening.content)
				&& afterBlanks(this.text, this.content + length, this.end) == this.end;
	}

	/** The length of the run of the mark of code blocks at its start. */
	private int fence() {
		if (isEmpty() || "`~".indexOf(this.text.charAt(this.content)) < 0) {
			return 0;
		}
		int at = this.content;
		while (at < this.end && this.text.charAt(at) == this.text.charAt(this.content)) {
			at++;
		}
		return at - this.content;
	}

}
