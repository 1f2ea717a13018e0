package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Wire;

/**
 * Consecutive messages, encoded for all subscriptions with the same id and wire.
 * Immutable.
 *
 * @param messages one or more, in their order; copied
 * @param chunk all of them in one write; {@code null} if the wire has no form for them
 */
public record Run(List<EncodedMessage> messages, @Nullable Chunk chunk) {

	/** Copies the list. */
	public Run {
		messages = List.copyOf(messages);
	}

	/** Encodes messages, joined up to the maximum length of a write. */
	public static List<Run> encode(Wire wire, byte[] prefix, List<EncodedMessage> messages) {
		List<Run> runs = new ArrayList<>();
		split(wire, prefix, messages, (part, chunk) -> runs.add(new Run(part, chunk)));
		return runs;
	}

	/**
	 * Encodes messages for their bytes only, joined up to the maximum length of a write.
	 */
	static List<Chunk> join(Wire wire, byte[] prefix, List<EncodedMessage> messages) {
		List<Chunk> joined = new ArrayList<>();
		split(wire, prefix, messages, (part, chunk) -> {
			if (chunk != null) {
				joined.add(chunk);
			}
		});
		return joined;
	}

	private static void split(Wire wire, byte[] prefix, List<EncodedMessage> messages,
			BiConsumer<List<EncodedMessage>, @Nullable Chunk> parts) {
		List<Chunk> chunks = new ArrayList<>();
		int start = 0;
		int length = 0;
		for (int i = 0; i < messages.size(); i++) {
			Chunk chunk = wire.message(prefix, Chunk.NOTHING, messages.get(i));
			if (chunk == null) {
				continue;
			}
			if (!chunks.isEmpty() && !wire.joins(chunks.get(0), chunk, length)) {
				parts.accept(messages.subList(start, i), Chunk.join(chunks, length));
				chunks.clear();
				start = i;
				length = 0;
			}
			chunks.add(chunk);
			length += chunk.length();
		}
		if (start < messages.size()) {
			parts.accept(messages.subList(start, messages.size()),
					chunks.isEmpty() ? null : Chunk.join(chunks, length));
		}
	}

	/** The number of the first message. */
	long first() {
		return this.messages.get(0).seq();
	}

	/** The number of the last message. */
	public long last() {
		return this.messages.get(this.messages.size() - 1).seq();
	}

	void offerTo(Outbox outbox) {
		if (this.chunk != null) {
			outbox.offer(this.chunk);
		}
	}

}
