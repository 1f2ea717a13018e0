package chat.hubbub.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Browser sessions that left a short time ago, so that an earlier handshake cannot bring
 * them back. At most 10,000 are kept. Not thread-safe.
 */
final class Departed {

	private static final int MAX_SIZE = 10_000;

	private final Duration memory;

	private final Map<String, Instant> holders = new LinkedHashMap<>();

	Departed(Duration memory) {
		this.memory = memory;
	}

	void add(String holder, Instant now) {
		forget(now);
		if (this.holders.size() >= MAX_SIZE) {
			this.holders.remove(this.holders.keySet().iterator().next());
		}
		this.holders.putIfAbsent(holder, now);
	}

	boolean contains(String holder, Instant now) {
		forget(now);
		return this.holders.containsKey(holder);
	}

	private void forget(Instant now) {
		Instant bound = now.minus(this.memory);
		var eldest = this.holders.values().iterator();
		while (eldest.hasNext() && !eldest.next().isAfter(bound)) {
			eldest.remove();
		}
	}

}
