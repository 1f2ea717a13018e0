package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The newest events of each topic, limited in bytes for all topics together. Thread-safe.
 */
@Component
public class Tails {

	private final Map<String, Tail> tails = new ConcurrentHashMap<>();

	private final TailBudget budget = TailBudget.ofHeap();

	/** Adds an event to its tail, and drops older ones if there is no room. */
	void append(EncodedMessage event) {
		Tail tail = this.tails.computeIfAbsent(event.destination(), (name) -> new Tail());
		tail.append(event);
		this.budget.grown(tail);
	}

	/**
	 * The events in the tail of a topic after a number, or empty if the tail does not
	 * reach back to it.
	 */
	public Optional<List<EncodedMessage>> after(String destination, long seq) {
		return find(destination).flatMap((tail) -> tail.after(seq));
	}

	/**
	 * The number of the newest event of that destination since the start, even if no tail
	 * has it any more; 0 if there was no event.
	 */
	public long head(String destination) {
		return find(destination).map(Tail::head).orElse(0L);
	}

	/** The tail of a destination; empty if no event of it was published. */
	public Optional<Tail> find(String destination) {
		return Optional.ofNullable(this.tails.get(destination));
	}

	/** Visits each destination and its tail. */
	public void forEach(BiConsumer<String, Tail> visitor) {
		this.tails.forEach(visitor);
	}

}
