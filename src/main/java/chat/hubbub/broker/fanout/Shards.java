package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.wire.EncodedMessage;

/**
 * All shards. Thread-safe; the events of one topic must be {@linkplain #publish
 * published} by one thread at a time, in their order.
 */
@Component
public class Shards implements Fanout, DisposableBean {

	private final List<Shard> shards = new ArrayList<>();

	private final Tails tails;

	private final Congestion congestion = new Congestion();

	private final ServerBudget budget;

	private final AtomicInteger next = new AtomicInteger();

	/**
	 * Starts the shards.
	 * @param limits the limits of the connections
	 * @param count the number of shards; 0 means half the number of processors, because
	 * the others read from clients and store messages
	 * @param tails keeps each event that is published
	 * @param catchUp is given each subscription that begins or has fallen behind
	 */
	public Shards(BrokerProperties limits, @Value("${hubbub.shards:0}") int count, Tails tails, CatchUp catchUp) {
		this.tails = tails;
		this.budget = new ServerBudget(limits.serverBudget().toBytes());
		int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		int total = (count > 0) ? count : half;
		for (int number = 0; number < total; number++) {
			this.shards.add(new Shard(number, limits, this.congestion, this.budget, catchUp));
		}
		this.shards.forEach(Shard::start);
	}

	@Override
	public void publish(List<EncodedMessage> messages) {
		// Append to the tail first: a subscriber that joins after the shard delivered it
		// replays it from here.
		messages.stream().filter((message) -> message.seq() > 0).forEach(this.tails::append);
		for (int from = 0; from < messages.size(); from += Broadcast.MAX_MESSAGES) {
			Broadcast broadcast = Broadcast
				.of(messages.subList(from, Math.min(messages.size(), from + Broadcast.MAX_MESSAGES)));
			this.shards.forEach((shard) -> shard.submit(broadcast));
		}
	}

	@Override
	public boolean isCongested(String destination) {
		return this.congestion.isAt(destination);
	}

	/** The standing of all subscriptions. */
	public Congestion congestion() {
		return this.congestion;
	}

	/** The memory budget of all connections. */
	public ServerBudget budget() {
		return this.budget;
	}

	/** The shard for a new connection. */
	public Shard assign() {
		return this.shards.get(Math.floorMod(this.next.getAndIncrement(), this.shards.size()));
	}

	/** The number of messages handed to outboxes since the start. */
	public long deliveries() {
		return this.shards.stream().mapToLong(Shard::deliveries).sum();
	}

	/** The number of connections that ended because they read too slowly. */
	public long overflows() {
		return this.shards.stream().mapToLong(Shard::overflows).sum();
	}

	/**
	 * The bytes that waited to be written to all connections, at most half a second ago.
	 */
	public long waitingBytes() {
		return this.shards.stream().mapToLong(Shard::waitingBytes).sum();
	}

	/**
	 * Registers a listener for the time from the publication of each broadcast until a
	 * shard has written it, in nanoseconds. It is called once for each shard and
	 * broadcast, by the threads of the shards.
	 */
	public void onDelivery(LongConsumer listener) {
		this.shards.forEach((shard) -> shard.onDelivery(listener));
	}

	/** The number of shards that do not respond. */
	long silent(long now) {
		return this.shards.stream().filter((shard) -> shard.isSilent(now)).count();
	}

	/** Waits until all connections are closed, or their time to read the rest is over. */
	public void awaitEmpty() throws InterruptedException {
		for (Shard shard : this.shards) {
			shard.awaitEmpty();
		}
	}

	/**
	 * Ends the threads, after the web server: it may open connections until it stops.
	 * Also called after a failed start.
	 */
	@Override
	public void destroy() throws InterruptedException {
		close();
	}

	/** Ends the threads after the last connection, for which it waits as long. */
	public void close() throws InterruptedException {
		for (Shard shard : this.shards) {
			shard.close();
		}
	}

}
