package chat.bench.load;

import org.HdrHistogram.Histogram;

/** The messages that all subscribers together have received. */
public final class Tally {

	private static final long GREATEST_NANOS = 120_000_000_000L;

	private static final int DIGITS = 3;

	private final Histogram latencies = new Histogram(GREATEST_NANOS, DIGITS);

	private final Histogram receipts = new Histogram(GREATEST_NANOS, DIGITS);

	private boolean measuring;

	private long deliveries;

	private long misordered;

	private long duplicates;

	/** From now on latencies count. */
	public void measure() {
		this.measuring = true;
	}

	/** From now on latencies count no more. */
	public void rest() {
		this.measuring = false;
	}

	void delivered(Reception.Arrival arrival, long nanos) {
		switch (arrival) {
			case IN_ORDER -> this.deliveries++;
			case LATE -> {
				this.deliveries++;
				this.misordered++;
			}
			case DUPLICATE -> this.duplicates++;
		}
		record(this.latencies, nanos);
	}

	void receipted(long nanos) {
		record(this.receipts, nanos);
	}

	void misordered() {
		this.misordered++;
	}

	/**
	 * How many messages reached a subscriber.
	 * @return the number since the start, without duplicates
	 */
	public long deliveries() {
		return this.deliveries;
	}

	/**
	 * How many deliveries came after one that should have followed them.
	 * @return the number since the start
	 */
	public long orderViolations() {
		return this.misordered;
	}

	/**
	 * How many messages came to a subscriber again.
	 * @return the number since the start
	 */
	public long duplicates() {
		return this.duplicates;
	}

	/**
	 * The latencies of the messages received while {@link #measure() measuring}.
	 * @return the live histogram, in nanoseconds
	 */
	public Histogram latencies() {
		return this.latencies;
	}

	/**
	 * The latencies of the receipts that came while {@link #measure() measuring}.
	 * @return the live histogram, in nanoseconds
	 */
	public Histogram receipts() {
		return this.receipts;
	}

	private void record(Histogram histogram, long nanos) {
		if (this.measuring) {
			histogram.recordValue(Math.min(Math.max(nanos, 0), GREATEST_NANOS));
		}
	}

}
