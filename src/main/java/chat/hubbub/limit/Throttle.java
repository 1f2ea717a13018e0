package chat.hubbub.limit;

import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/** Limits one kind of request of one client to its rate. Thread-safe; never blocks. */
final class Throttle {

	/** Allows everything. */
	static final Throttle NONE = new Throttle("", null);

	private final String what;

	private final @Nullable Bucket bucket;

	private Throttle(String what, @Nullable Bucket bucket) {
		this.what = what;
		this.bucket = bucket;
	}

	/**
	 * An unused throttle.
	 * @param what the key of a sentence about the limited things
	 * @param rate the maximum rate
	 * @param meter the clock
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
	 * @throws RateLimited if the rate is exceeded; then it is not counted
	 */
	void take() {
		Duration wait = tryTake();
		if (!wait.isZero()) {
			throw new RateLimited(this.what, wait);
		}
	}

	/**
	 * Counts one unless the rate is exceeded.
	 * @return the time until the next one is allowed; zero if this one was counted
	 */
	Duration tryTake() {
		if (this.bucket == null || this.bucket.tryConsume(1)) {
			return Duration.ZERO;
		}
		return Duration.ofNanos(Math.max(1, this.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
	}

	/** Takes back one count. */
	void giveBack() {
		if (this.bucket != null) {
			this.bucket.addTokens(1);
		}
	}

}
