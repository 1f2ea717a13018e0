package chat.hubbub.broker.wire;

/**
 * The end of a connection and its deadline. Used by the thread of its shard.
 */
public final class Closing {

	private final int code;

	private final String reason;

	private final long deadline;

	private boolean closed;

	/**
	 * A close that is to follow the pending output.
	 * @param code a WebSocket close code
	 * @param reason the reason, which fits in a close frame
	 * @param deadline the nano time until which the client may read the rest
	 */
	public Closing(int code, String reason, long deadline) {
		this.code = code;
		this.reason = reason;
		this.deadline = deadline;
	}

	/** Whether the client's time to read the rest is over. */
	public boolean isOverdue(long now) {
		return now - this.deadline > 0;
	}

	/** Closes the link, once. */
	public void close(Link link) {
		if (!this.closed) {
			this.closed = true;
			link.close(this.code, this.reason);
		}
	}

}
