package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;

import chat.hubbub.broker.Backlog;

/**
 * Part of a topic's history as it is read: it ends before its bodies have more than
 * {@value Backlog#PAGE_BYTES} bytes, and has one event at least.
 */
final class PageOfEvents {

	/** What the JSON of an event has at the most, its text not counted. */
	private static final int FRAME_BYTES = 400;

	private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";

	private final List<Event> events = new ArrayList<>();

	private long bytes;

	/** Takes an event, and returns whether there was room for it. */
	boolean add(Event event) {
		this.bytes += FRAME_BYTES + ((event instanceof Posted posted) ? jsonBytes(posted.text()) : 0);
		if (this.bytes > Backlog.PAGE_BYTES && !this.events.isEmpty()) {
			return false;
		}
		return this.events.add(event);
	}

	List<Event> events() {
		return this.events;
	}

	/** How many bytes a text has in UTF-8 encoded JSON. */
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
		// A surrogate is half of what has four.
		return (next < 0x800 || Character.isSurrogate(next)) ? 2 : 3;
	}

}
