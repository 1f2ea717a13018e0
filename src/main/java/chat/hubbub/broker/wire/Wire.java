package chat.hubbub.broker.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

import chat.hubbub.stomp.StompFrame;
import chat.hubbub.stomp.StompVersion;

/**
 * The wire format of a connection: a version of STOMP or plain texts, in the framing of
 * its transport. Immutable.
 */
public sealed interface Wire {

	/** The framing of the transport. */
	Framing framing();

	/** Whether two chunks may share a write that has that many bytes so far. */
	boolean joins(Chunk first, Chunk next, int lengthSoFar);

	/**
	 * Takes the next chunk of a queue, joined with those behind it that may share its
	 * write.
	 * @param pending one or more chunks
	 */
	default Chunk next(Queue<Chunk> pending) {
		Chunk first = pending.remove();
		Chunk next = pending.peek();
		if (next == null || !joins(first, next, first.length())) {
			return first;
		}
		List<Chunk> joined = new ArrayList<>();
		joined.add(first);
		int length = first.length();
		while (next != null && joins(first, next, length)) {
			joined.add(pending.remove());
			length += next.length();
			next = pending.peek();
		}
		return Chunk.join(joined, length);
	}

	/**
	 * The start of every MESSAGE to a subscription, before the part that all subscribers
	 * share.
	 */
	byte[] prefix(String subscription);

	/**
	 * A message to a subscription, or {@code null} if this wire has no form for it.
	 * @param prefix the subscription's {@link #prefix}
	 * @param extra further header lines, escaped, each with its line feed; or empty
	 */
	@Nullable Chunk message(byte[] prefix, byte[] extra, EncodedMessage message);

	/** A RECEIPT, or {@code null} if this wire has no receipts. */
	@Nullable Chunk receipt(String id);

	/** An ERROR, or {@code null} if only the close reports the error. */
	@Nullable Chunk error(Fault.Told fault);

	/** A heart-beat, or {@code null} if this wire has no heart-beats. */
	@Nullable Chunk heartBeat();

	/**
	 * STOMP frames.
	 *
	 * @param version the version of the escapes
	 */
	record Stomp(StompVersion version, Framing framing) implements Wire {

		private static final byte[] HEART_BEAT = new byte[] { '\n' };

		@Override
		public boolean joins(Chunk first, Chunk next, int lengthSoFar) {
			boolean alike = this.framing.marksMessages() || first.binary() == next.binary();
			return alike && lengthSoFar + next.length() <= this.framing.joinedBytes();
		}

		@Override
		public byte[] prefix(String subscription) {
			return ("MESSAGE\nsubscription:" + this.version.escape(subscription) + "\n")
				.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public Chunk message(byte[] prefix, byte[] extra, EncodedMessage message) {
			return Chunk.framed(this.framing, message.binary(), prefix, extra, message.frame(this.version));
		}

		@Override
		public Chunk receipt(String id) {
			return chunk(StompFrame.of("RECEIPT").with("receipt-id", id));
		}

		@Override
		public Chunk error(Fault.Told fault) {
			return chunk(StompFrame.of("ERROR")
				.with("message", fault.message())
				.with("code", fault.code())
				.with("receipt-id", fault.receipt())
				.with("retry-after", (fault.retryAfter() != null) ? fault.retryAfter().toString() : null)
				.withBody("text/plain;charset=utf-8", fault.message().getBytes(StandardCharsets.UTF_8)));
		}

		@Override
		public Chunk heartBeat() {
			return Chunk.framed(this.framing, false, HEART_BEAT);
		}

		public Chunk chunk(StompFrame frame) {
			return Chunk.framed(this.framing, false, frame.encode(this.version));
		}

	}

	/** Plain texts, one for each message. */
	record Plain(Framing framing) implements Wire {

		@Override
		public boolean joins(Chunk first, Chunk next, int lengthSoFar) {
			return this.framing.marksMessages() && lengthSoFar + next.length() <= this.framing.joinedBytes();
		}

		@Override
		public byte[] prefix(String subscription) {
			return Chunk.NOTHING;
		}

		@Override
		public @Nullable Chunk message(byte[] prefix, byte[] extra, EncodedMessage message) {
			byte[] text = message.plainText();
			return (text != null) ? Chunk.framed(this.framing, false, text) : null;
		}

		@Override
		public @Nullable Chunk receipt(String id) {
			return null;
		}

		@Override
		public @Nullable Chunk error(Fault.Told fault) {
			return null;
		}

		@Override
		public @Nullable Chunk heartBeat() {
			return null;
		}

	}

}
