package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Wire;

/**
 * The subscriptions of one shard to one destination whose frames have the same bytes.
 * Used only by the thread of the shard.
 */
public final class Group {

	private final Wire wire;

	private final byte[] prefix;

	private final List<Subscription> members = new ArrayList<>();

	Group(Key key) {
		this.wire = key.wire();
		this.prefix = this.wire.prefix(key.id());
	}

	void add(Subscription subscription) {
		subscription.stand(this.members.size());
		this.members.add(subscription);
	}

	/** Removes a subscription in constant time; the last one takes its place. */
	void remove(Subscription subscription) {
		Subscription last = this.members.remove(this.members.size() - 1);
		if (last != subscription) {
			this.members.set(subscription.index(), last);
			last.stand(subscription.index());
		}
		subscription.stand(-1);
	}

	int size() {
		return this.members.size();
	}

	boolean isEmpty() {
		return this.members.isEmpty();
	}

	/**
	 * Hands messages, in their order, to the outbox of each member. If a fault prevents a
	 * delivery, the connection ends, so that its client resumes.
	 * @param first the number of the first numbered message, or 0
	 * @param behind receives each subscription whose outbox has no room for the messages,
	 * which then gets no message; {@code null} if such a connection is to be closed
	 */
	void deliver(List<EncodedMessage> messages, long first, @Nullable List<Subscription> behind) {
		int served = 0;
		try {
			List<Chunk> chunks = Run.join(this.wire, this.prefix, messages);
			int length = chunks.stream().mapToInt(Chunk::length).sum();
			for (Subscription member : this.members) {
				deliver(member, chunks, length, messages, first, behind);
				served++;
			}
		}
		catch (RuntimeException | Error ex) {
			Fault fault = Fault.of(ex, null);
			this.members.subList(served, this.members.size()).forEach((member) -> member.fail(fault));
		}
	}

	private static void deliver(Subscription member, List<Chunk> chunks, int length, List<EncodedMessage> messages,
			long first, @Nullable List<Subscription> behind) {
		Outbox outbox = member.outbox();
		if (behind != null && !outbox.takes(length)) {
			behind.add(member);
		}
		else if (!member.isOrdinary(first)) {
			messages.forEach(member::deliver);
		}
		else {
			for (int i = 0; i < chunks.size(); i++) {
				outbox.offer(chunks.get(i));
			}
		}
	}

	/** The common properties of subscriptions whose frames have the same bytes. */
	public record Key(Wire wire, String id) {

		public static Key of(Subscription subscription) {
			return new Key(subscription.wire(), subscription.id());
		}

	}

}
