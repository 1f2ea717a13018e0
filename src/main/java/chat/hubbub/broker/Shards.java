package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

/**
 * All shards, and the tails of all topics. Thread-safe; the events of one topic must be
 * {@linkplain #publish published} by one thread at a time, in their order.
 */
@Component
class Shards implements Bus {

	private final List<Shard> shards = new ArrayList<>();

	private final Map<String, Tail> tails = new ConcurrentHashMap<>();

	private final AtomicInteger next = new AtomicInteger();

	Shards(BrokerProperties limits) {
		for (int number = 0; number < Runtime.getRuntime().availableProcessors(); number++) {
			this.shards.add(new Shard(number, limits));
		}
		this.shards.forEach(Shard::start);
	}

	@Override
	public void publish(EncodedMessage message) {
		if (message.seq() > 0) {
			// Before the shards, so that who misses it there finds it here.
			this.tails.computeIfAbsent(message.destination(), (name) -> new Tail()).append(message);
		}
		for (Shard shard : this.shards) {
			shard.submit(message);
		}
	}

	/** The shard for a new connection. */
	Shard assign() {
		return this.shards.get(Math.floorMod(this.next.getAndIncrement(), this.shards.size()));
	}

	/**
	 * The kept events of a topic after a number, or empty if they do not reach back to
	 * it.
	 */
	Optional<List<EncodedMessage>> tail(String destination, long seq) {
		return Optional.ofNullable(this.tails.get(destination)).flatMap((tail) -> tail.after(seq));
	}

	/** Whether an event of that destination has been broadcast since the start. */
	boolean hasTail(String destination) {
		return this.tails.containsKey(destination);
	}

	void eachTail(BiConsumer<String, Tail> visitor) {
		this.tails.forEach(visitor);
	}

	long deliveries() {
		return this.shards.stream().mapToLong(Shard::deliveries).sum();
	}

	long overflows() {
		return this.shards.stream().mapToLong(Shard::overflows).sum();
	}

	void close() throws InterruptedException {
		for (Shard shard : this.shards) {
			shard.close();
		}
	}

}
