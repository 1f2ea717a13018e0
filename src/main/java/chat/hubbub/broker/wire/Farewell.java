package chat.hubbub.broker.wire;

/**
 * How a connection ends, and until when it must have. Used by the thread of its shard.
 */
public final class Farewell {

	private final int code;

	private final String reason;

	private final long deadline;

	private boolean said;

	public Farewell(int code, String reason, long deadline) {
		this.code = code;
		this.reason = reason;
		this.deadline = deadline;
	}

	/** Whether the client has had its time to read the rest. */
	public boolean isOverdue(long now) {
		return now - this.deadline > 0;
	}

	/** Closes the link, once. */
	public void say(Link link) {
		if (!this.said) {
			this.said = true;
			link.close(this.code, this.reason);
		}
	}

}
