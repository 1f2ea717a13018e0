package chat.hubbub.broker.fanout;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The heap budget of all tails, because the number of topics grows over years. The tails
 * that grew most recently stay; others are emptied. Thread-safe.
 */
final class TailBudget {

	/** The divisor of the heap for all tails. */
	static final int HEAP_PART = 16;

	private final long limit;

	/** The bytes of each tail, the one that has not grown for the longest time first. */
	private final Map<Tail, Long> counted = new LinkedHashMap<>(16, 0.75f, true);

	private long used;

	TailBudget(long limit) {
		this.limit = limit;
	}

	static TailBudget ofHeap() {
		return new TailBudget(Runtime.getRuntime().maxMemory() / HEAP_PART);
	}

	/** Records that a tail has grown. */
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
