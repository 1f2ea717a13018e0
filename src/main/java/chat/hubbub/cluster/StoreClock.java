package chat.hubbub.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time of the database, so that nodes whose clocks differ agree on when something
 * ends, such as a ban or a token. The database is asked from time to time, and the time
 * goes on from there. Thread-safe.
 */
final class StoreClock extends Clock {

	static final Duration EVERY = Duration.ofMinutes(1);

	private final Supplier<Instant> database;

	private final LongSupplier nanoTime;

	private final ZoneId zone;

	private volatile Reading reading;

	/**
	 * A clock that has asked the database.
	 * @param database the time of the database, which may throw
	 * @param nanoTime the nano time of this machine
	 */
	StoreClock(Supplier<Instant> database, LongSupplier nanoTime) {
		this(database, nanoTime, ZoneOffset.UTC, Reading.of(database, nanoTime));
	}

	private StoreClock(Supplier<Instant> database, LongSupplier nanoTime, ZoneId zone, Reading reading) {
		this.database = database;
		this.nanoTime = nanoTime;
		this.zone = zone;
		this.reading = reading;
	}

	/** Asks the database again. If that fails, the time goes on as before. */
	void adjust() {
		this.reading = Reading.of(this.database, this.nanoTime);
	}

	@Override
	public Instant instant() {
		Reading last = this.reading;
		return last.time().plusNanos(this.nanoTime.getAsLong() - last.nanos());
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new StoreClock(this.database, this.nanoTime, other, this.reading);
	}

	/**
	 * An answer of the database.
	 *
	 * @param time the time
	 * @param nanos the nano time at which it was that time: in the middle of the question
	 */
	private record Reading(Instant time, long nanos) {

		static Reading of(Supplier<Instant> database, LongSupplier nanoTime) {
			long asked = nanoTime.getAsLong();
			Instant time = database.get();
			return new Reading(time, asked + (nanoTime.getAsLong() - asked) / 2);
		}

	}

}
