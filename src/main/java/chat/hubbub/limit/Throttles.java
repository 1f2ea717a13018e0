package chat.hubbub.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;

/**
 * A throttle for each of many names or addresses. Those that have had their rest are
 * forgotten, and of more than 100,000 those that are used least, so that nobody fills the
 * memory with names that they make up. Thread-safe.
 */
final class Throttles {

	static final int MAX_SIZE = 100_000;

	private final String what;

	private final Rate rate;

	private final TimeMeter meter;

	private final Cache<Object, Throttle> throttles;

	/**
	 * Creates throttles.
	 * @param what what they slow down, in the plural
	 * @param rate how often that may happen for each key
	 * @param meter the time
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
