package chat.hubbub.transport;

/**
 * Measures how much one connection has sent recently. For one thread at a time.
 */
final class Pace {

	/**
	 * Many times the usual traffic of a person, or of a program within the default
	 * limits.
	 */
	static final int BURST_BYTES = 32 * 1024;

	private static final long NANOS_PER_BYTE = 1_000_000_000L / BURST_BYTES;

	private long level;

	private long at;

	/**
	 * Creates the measure; nothing has been sent yet.
	 * @param now the nano time
	 */
	Pace(long now) {
		this.at = now;
	}

	/** Counts bytes that have been read. */
	void count(int bytes, long now) {
		this.level = level(now) + bytes;
		this.at = now;
	}

	/** Whether it has sent more than the burst within about a second. */
	boolean isFast(long now) {
		return level(now) > BURST_BYTES;
	}

	private long level(long now) {
		return Math.max(0, this.level - (now - this.at) / NANOS_PER_BYTE);
	}

}
