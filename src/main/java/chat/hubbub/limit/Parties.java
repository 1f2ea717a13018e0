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
 * All who are connected, by name or by address, and those who left a short time ago: who
 * comes back is not as good as new. Thread-safe. Its memory is bounded by the number of
 * connections, and by 10,000 for those who left.
 *
 * @param <K> what they are known by
 */
final class Parties<K> {

	static final int MAX_ABSENT = 10_000;

	private final ConcurrentMap<K, Party> present = new ConcurrentHashMap<>();

	private final Cache<K, Party> absent;

	private final String whose;

	private final int maxConnections;

	private final Supplier<Party> newcomer;

	/**
	 * Creates an empty set.
	 * @param whose who has the connections, at the start of a sentence
	 * @param maxConnections how many connections each may have; 0 for any number
	 * @param memory how long those who left are remembered
	 * @param newcomer makes one who was not known
	 * @param meter the time
	 */
	Parties(String whose, int maxConnections, Duration memory, Supplier<Party> newcomer, TimeMeter meter) {
		this.whose = whose;
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
	 * Finds out whether there is room for one more connection.
	 * @throws ConnectionLimit if there is not
	 */
	void ask(K key) {
		check(this.present.get(key));
	}

	/**
	 * Counts one more connection.
	 * @throws ConnectionLimit if it is one too many; it is not counted then
	 */
	Party enter(K key) {
		return this.present.compute(key, (same, party) -> {
			check(party);
			Party entered = (party != null) ? party : comingBack(same);
			entered.count(1);
			return entered;
		});
	}

	/** Counts one connection less. */
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
			throw new ConnectionLimit(this.whose, this.maxConnections);
		}
	}

	private Party comingBack(K key) {
		Party known = this.absent.getIfPresent(key);
		return (known != null) ? known : this.newcomer.get();
	}

}
