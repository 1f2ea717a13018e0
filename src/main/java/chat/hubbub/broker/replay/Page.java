package chat.hubbub.broker.replay;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.fanout.Group;
import chat.hubbub.broker.fanout.Run;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.EncodedMessage;

/**
 * Consecutive events of one topic, read from the store and encoded once for all
 * subscriptions with the same id. Thread-safe.
 */
final class Page {

	/**
	 * The number of subscription ids whose encodings are kept; clients mostly use the
	 * same few.
	 */
	private static final int MAX_ENCODINGS = 4;

	/**
	 * A smaller page ended because there were no more events: a further event, of at most
	 * a body and its headers, would have fitted.
	 */
	private static final int LARGE_BYTES = Backlog.PAGE_BYTES / 2;

	private final List<EncodedMessage> events;

	private final int bytes;

	private final Map<Group.Key, List<Run>> encodings = new ConcurrentHashMap<>(2);

	Page(List<EncodedMessage> events) {
		this.events = events;
		this.bytes = events.stream().mapToInt(EncodedMessage::length).sum();
	}

	boolean isEmpty() {
		return this.events.isEmpty();
	}

	/** Whether it contains the event with that number. */
	boolean has(long seq) {
		return !this.events.isEmpty() && this.events.get(0).seq() <= seq
				&& seq <= this.events.get(this.events.size() - 1).seq();
	}

	/** Its maximum size on the heap in bytes, with its encodings. */
	int heldBytes() {
		return this.events.stream().mapToInt(EncodedMessage::bytes).sum() + MAX_ENCODINGS * this.bytes;
	}

	/** Whether it may have ended because it reached the maximum bytes of a page. */
	boolean isLarge() {
		return this.bytes > LARGE_BYTES;
	}

	/**
	 * The encoded events that a subscription still needs. If their encoding is not kept,
	 * they are encoded when they are taken, since a slow reader takes only a few.
	 */
	Iterator<Run> encodedFor(Subscription subscription) {
		Group.Key key = Group.Key.of(subscription);
		List<Run> runs = subscription.isShared() ? encoded(key) : null;
		if (runs != null) {
			return runs.stream().filter((run) -> run.last() >= subscription.nextSeq()).iterator();
		}
		byte[] prefix = key.wire().prefix(key.id());
		return this.events.stream()
			.filter((event) -> event.seq() >= subscription.nextSeq())
			.map((event) -> new Run(List.of(event),
					subscription.isShared() ? key.wire().message(prefix, Chunk.NOTHING, event) : null))
			.iterator();
	}

	private @Nullable List<Run> encoded(Group.Key key) {
		List<Run> runs = this.encodings.get(key);
		if (runs == null && this.encodings.size() < MAX_ENCODINGS) {
			runs = Run.encode(key.wire(), key.wire().prefix(key.id()), this.events);
			this.encodings.put(key, runs);
		}
		return runs;
	}

}
