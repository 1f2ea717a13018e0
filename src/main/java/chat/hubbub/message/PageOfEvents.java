package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;

import chat.hubbub.broker.Backlog;

/**
 * A page of a topic's history while it is read. It ends before its bodies exceed its
 * bound in bytes, and has at least one event.
 */
final class PageOfEvents {

	/** The maximum bytes of an event's JSON without its text. */
	private static final int FRAME_BYTES = 400;

	/** The maximum bytes of a quote, in which a character may take 12. */
	private static final int QUOTE_BYTES = 400 + 12 * Quote.LENGTH;

	private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";

	private final List<LogEntry> entries = new ArrayList<>();

	private final long maxBytes;

	private long bytes;

	PageOfEvents() {
		this(Backlog.PAGE_BYTES);
	}

	/** A page with other bounds, in bytes. */
	PageOfEvents(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/** The first of some entries, as many as there is room for. */
	List<LogEntry> fill(List<LogEntry> all) {
		for (LogEntry entry : all) {
			if (!add(entry)) {
				break;
			}
		}
		return this.entries;
	}

	/** Adds an event, and returns whether there was room for it. */
	boolean add(LogEntry entry) {
		Event event = entry.event();
		this.bytes += FRAME_BYTES + jsonBytes(event.text()) + quoteBytes(event) + event.moreBytes();
		if (this.bytes > this.maxBytes && !this.entries.isEmpty()) {
			return false;
		}
		return this.entries.add(entry);
	}

	private static long quoteBytes(Event event) {
		return (event instanceof Posted posted && posted.reply() != null) ? QUOTE_BYTES : 0;
	}

	List<LogEntry> entries() {
		return this.entries;
	}

	/** The length of a text as JSON in UTF-8. */
	static long jsonBytes(String text) {
		long bytes = 0;
		for (int at = 0; at < text.length(); at++) {
			bytes += jsonBytes(text.charAt(at));
		}
		return bytes;
	}

	private static int jsonBytes(char next) {
		if (SHORT_ESCAPES.indexOf(next) >= 0) {
			return 2;
		}
		if (next < ' ') {
			return 6;
		}
		if (next < 0x80) {
			return 1;
		}
		// A surrogate is half of a character with four bytes.
		return (next < 0x800 || Character.isSurrogate(next)) ? 2 : 3;
	}

}
