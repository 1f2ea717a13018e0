package chat.hubbub.broker;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * How a connection's frames look on the wire: STOMP in one of its versions, or plain
 * texts. Immutable.
 */
sealed interface Wire {

	/** Whether several chunks may travel in one write. */
	boolean joins();

	/** The start of every MESSAGE to a subscription, up to what all subscribers share. */
	byte[] prefix(String subscription);

	/**
	 * A message to a subscription, or {@code null} where this wire cannot say it.
	 * @param prefix the subscription's {@link #prefix}
	 * @param extra further header lines, escaped, each with its line feed; or empty
	 */
	@Nullable Chunk message(byte[] prefix, byte[] extra, EncodedMessage message);

	/** A RECEIPT, or {@code null} where this wire has none. */
	@Nullable Chunk receipt(String id);

	/** An ERROR, or {@code null} where the close alone says it. */
	@Nullable Chunk error(Fault fault);

	/** Something sent as a sign of life, or {@code null} where this wire has none. */
	@Nullable Chunk heartBeat();

	/**
	 * Frames of STOMP.
	 *
	 * @param version whose escapes to use
	 */
	record Stomp(StompVersion version) implements Wire {

		private static final Chunk HEART_BEAT = new Chunk(new byte[] { '\n' }, false);

		@Override
		public boolean joins() {
			return true;
		}

		@Override
		public byte[] prefix(String subscription) {
			return ("MESSAGE\nsubscription:" + this.version.escape(subscription) + "\n")
				.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public Chunk message(byte[] prefix, byte[] extra, EncodedMessage message) {
			byte[] shared = message.frame(this.version);
			byte[] bytes = new byte[prefix.length + extra.length + shared.length];
			System.arraycopy(prefix, 0, bytes, 0, prefix.length);
			System.arraycopy(extra, 0, bytes, prefix.length, extra.length);
			System.arraycopy(shared, 0, bytes, prefix.length + extra.length, shared.length);
			return new Chunk(bytes, message.binary());
		}

		@Override
		public Chunk receipt(String id) {
			return chunk(StompFrame.of("RECEIPT").with("receipt-id", id));
		}

		@Override
		public Chunk error(Fault fault) {
			return chunk(StompFrame.of("ERROR")
				.with("message", fault.message())
				.with("code", fault.code())
				.with("receipt-id", fault.receipt())
				.with("retry-after", (fault.retryAfter() != null) ? fault.retryAfter().toString() : null)
				.withBody("text/plain;charset=utf-8", fault.message().getBytes(StandardCharsets.UTF_8)));
		}

		@Override
		public Chunk heartBeat() {
			return HEART_BEAT;
		}

		Chunk chunk(StompFrame frame) {
			return new Chunk(frame.encode(this.version), false);
		}

	}

	/** One text a message, and nothing else. */
	record Plain() implements Wire {

		private static final byte[] NOTHING = new byte[0];

		@Override
		public boolean joins() {
			return false;
		}

		@Override
		public byte[] prefix(String subscription) {
			return NOTHING;
		}

		@Override
		public @Nullable Chunk message(byte[] prefix, byte[] extra, EncodedMessage message) {
			byte[] text = message.plainText();
			return (text != null) ? new Chunk(text, false) : null;
		}

		@Override
		public @Nullable Chunk receipt(String id) {
			return null;
		}

		@Override
		public @Nullable Chunk error(Fault fault) {
			return null;
		}

		@Override
		public @Nullable Chunk heartBeat() {
			return null;
		}

	}

}
