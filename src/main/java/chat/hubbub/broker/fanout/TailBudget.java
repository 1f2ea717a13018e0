package chat.hubbub.broker.fanout;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all tails together may take of the heap: people may make topics for years. The
 * tails that have grown last stay, the others are emptied. Thread-safe.
 */
final class TailBudget {

	/** What part of the heap the tails may have. */
	static final int HEAP_PART = 16;

	private final long limit;

	/** What each takes, the one that has not grown for longest first. */
	private final Map<Tail, Long> counted = new LinkedHashMap<>(16, 0.75f, true);

	private long used;

	TailBudget(long limit) {
		this.limit = limit;
	}

	static TailBudget ofHeap() {
		return new TailBudget(Runtime.getRuntime().maxMemory() / HEAP_PART);
	}

	/** Notes that a tail has grown. */
	synchronized void grown(Tail tail) {
		long now = tail.bytes();
		Long before = this.counted.put(tail, now);
		this.used += now - ((before != null) ? before : 0);
		Iterator<Map.Entry<Tail, Long>> eldest = this.counted.entrySet().iterator();
		while (this.used > this.limit && this.counted.size() > 1) {
			Map.Entry<Tail, Long> next = eldest.next();
			this.used -= next.getValue();
			next.getKey().clear();
			eldest.remove();
		}
	}

	synchronized long used() {
		return this.used;
	}

}
