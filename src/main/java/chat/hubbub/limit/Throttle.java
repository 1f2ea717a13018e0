package chat.hubbub.limit;

import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/** Slows one thing of one client down to its rate. Thread-safe, and never blocks. */
final class Throttle {

	/** Lets everything through. */
	static final Throttle NONE = new Throttle("", null);

	private final String what;

	private final @Nullable Bucket bucket;

	private Throttle(String what, @Nullable Bucket bucket) {
		this.what = what;
		this.bucket = bucket;
	}

	/**
	 * A throttle that has not been used yet.
	 * @param what what it slows down, in the plural
	 * @param rate how often that may happen
	 * @param meter the time
	 */
	static Throttle of(String what, Rate rate, TimeMeter meter) {
		if (rate.isUnlimited()) {
			return NONE;
		}
		Bucket bucket = Bucket.builder()
			.addLimit((limit) -> limit.capacity(rate.burst()).refillGreedy(rate.count(), rate.period()))
			.withCustomTimePrecision(meter)
			.build();
		return new Throttle(what, bucket);
	}

	/**
	 * Counts one.
	 * @throws RateLimited if it is one too many; it is not counted then
	 */
	void take() {
		Duration wait = tryTake();
		if (!wait.isZero()) {
			throw new RateLimited(this.what, wait);
		}
	}

	/**
	 * Counts one if it is not too many.
	 * @return how long to wait for the next; zero if this one was counted
	 */
	Duration tryTake() {
		if (this.bucket == null || this.bucket.tryConsume(1)) {
			return Duration.ZERO;
		}
		return Duration.ofNanos(Math.max(1, this.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
	}

	/** Takes one back. */
	void giveBack() {
		if (this.bucket != null) {
			this.bucket.addTokens(1);
		}
	}

}
