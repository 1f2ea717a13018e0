package chat.hubbub.message;

/**
 * An event of a topic's log, with its author.
 *
 * @param event the event
 * @param author the login of the user whose wish it was: for an account its key, for a
 * guest the name that was asked for
 */
public record LogEntry(Event event, String author) {

	private static final int OWN_BYTES = 256;

	/** In a string with characters beyond Latin-1. */
	private static final int BYTES_PER_CHARACTER = 2;

	/**
	 * Its approximate size on the heap.
	 * @return the size in bytes
	 */
	public long bytes() {
		return OWN_BYTES + (long) BYTES_PER_CHARACTER * (this.event.text().length() + this.event.moreBytes());
	}

	/** The same entry with more of its event. */
	LogEntry with(Event complete) {
		return new LogEntry(complete, this.author);
	}

}
