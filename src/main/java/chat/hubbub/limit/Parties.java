package chat.hubbub.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/**
 * The connected users or addresses, and those that left a short time ago, so that a
 * reconnect does not reset their limits. Thread-safe. Its memory is limited by the number
 * of connections, and to 10,000 entries for those that left.
 *
 * @param <K> the key, a name or an address
 */
final class Parties<K> {

	static final int MAX_ABSENT = 10_000;

	private final ConcurrentMap<K, Party> present = new ConcurrentHashMap<>();

	private final Cache<K, Party> absent;

	private final String sentence;

	private final int maxConnections;

	private final Supplier<Party> newcomer;

	/**
	 * Creates an empty set.
	 * @param sentence the key of the sentence about too many connections
	 * @param maxConnections the maximum connections of each; 0 means no limit
	 * @param memory the time for which those that left are kept
	 * @param newcomer creates a new entry
	 * @param meter the clock
	 */
	Parties(String sentence, int maxConnections, Duration memory, Supplier<Party> newcomer, TimeMeter meter) {
		this.sentence = sentence;
		this.maxConnections = maxConnections;
		this.newcomer = newcomer;
		this.absent = Caffeine.newBuilder()
			.maximumSize(MAX_ABSENT)
			.expireAfterWrite(memory)
			.ticker(meter::currentTimeNanos)
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Checks for one more connection.
	 * @throws ConnectionLimit if there are too many
	 */
	void ask(K key) {
		check(this.present.get(key));
	}

	/**
	 * Counts one more connection.
	 * @throws ConnectionLimit if there are too many; then it is not counted
	 */
	Party enter(K key) {
		return this.present.compute(key, (same, party) -> {
			check(party);
			Party entered = (party != null) ? party : comingBack(same);
			entered.count(1);
			return entered;
		});
	}

	/** Counts the end of a connection. */
	void leave(K key) {
		this.present.computeIfPresent(key, (same, party) -> {
			party.count(-1);
			if (party.connections() > 0) {
				return party;
			}
			this.absent.put(same, party);
			return null;
		});
	}

	int size() {
		return this.present.size();
	}

	long absentSize() {
		this.absent.cleanUp();
		return this.absent.estimatedSize();
	}

	private void check(@Nullable Party party) {
		if (party != null && this.maxConnections > 0 && party.connections() >= this.maxConnections) {
			throw new ConnectionLimit(this.sentence, this.maxConnections);
		}
	}

	private Party comingBack(K key) {
		Party known = this.absent.getIfPresent(key);
		return (known != null) ? known : this.newcomer.get();
	}

}
