package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The newest events of each topic, bounded in bytes for all topics together. Thread-safe.
 */
@Component
public class Tails {

	private final Map<String, Tail> tails = new ConcurrentHashMap<>();

	private final TailBudget budget = TailBudget.ofHeap();

	/** Keeps an event, and others for less long if there is no room. */
	void append(EncodedMessage event) {
		Tail tail = this.tails.computeIfAbsent(event.destination(), (name) -> new Tail());
		tail.append(event);
		this.budget.grown(tail);
	}

	/**
	 * The kept events of a topic after a number, or empty if they do not reach back to
	 * it.
	 */
	public Optional<List<EncodedMessage>> after(String destination, long seq) {
		return find(destination).flatMap((tail) -> tail.after(seq));
	}

	/** Whether an event of that destination has been broadcast since the start. */
	public boolean has(String destination) {
		return this.tails.containsKey(destination);
	}

	public Optional<Tail> find(String destination) {
		return Optional.ofNullable(this.tails.get(destination));
	}

	public void forEach(BiConsumer<String, Tail> visitor) {
		this.tails.forEach(visitor);
	}

}
