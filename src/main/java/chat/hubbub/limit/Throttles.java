package chat.hubbub.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;

/**
 * A throttle for each of many names or addresses. Throttles without recent use are
 * forgotten. At most 100,000 are kept, the most used ones, so that invented names cannot
 * fill the memory. Thread-safe.
 */
final class Throttles {

	static final int MAX_SIZE = 100_000;

	private final String what;

	private final Rate rate;

	private final TimeMeter meter;

	private final Cache<Object, Throttle> throttles;

	/**
	 * Creates throttles.
	 * @param what the key of a sentence about the limited things
	 * @param rate the maximum rate for each key
	 * @param meter the clock
	 */
	Throttles(String what, Rate rate, TimeMeter meter) {
		this.what = what;
		this.rate = rate;
		this.meter = meter;
		this.throttles = Caffeine.newBuilder()
			.maximumSize(MAX_SIZE)
			.expireAfterAccess(rate.memory())
			.ticker(meter::currentTimeNanos)
			.executor(Runnable::run)
			.build();
	}

	/** The throttle for a name or an address. */
	Throttle of(Object key) {
		if (this.rate.isUnlimited()) {
			return Throttle.NONE;
		}
		return this.throttles.get(key, (unknown) -> Throttle.of(this.what, this.rate, this.meter));
	}

	long size() {
		this.throttles.cleanUp();
		return this.throttles.estimatedSize();
	}

}
