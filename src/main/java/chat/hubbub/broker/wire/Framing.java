package chat.hubbub.broker.wire;

/**
 * The way in which a transport separates messages. Connections with the same framing
 * share one object, and with it the bytes of broadcasts. Immutable.
 */
public interface Framing {

	/**
	 * The maximum bytes joined into one message if only STOMP itself separates the
	 * frames, because some clients accept messages of at most 8 KiB. A single frame may
	 * be longer.
	 */
	int JOINED_MESSAGE_BYTES = 8 * 1024;

	/** The maximum bytes joined into one write to a stream. */
	int JOINED_STREAM_BYTES = 64 * 1024;

	/** A stream of bytes without separators of its own. */
	Framing STREAM = new Framing() {

		@Override
		public boolean marksMessages() {
			return false;
		}

		@Override
		public int joinedBytes() {
			return JOINED_STREAM_BYTES;
		}

	};

	/** Each write is a message. */
	Framing MESSAGES = new Framing() {

		@Override
		public boolean marksMessages() {
			return false;
		}

		@Override
		public int joinedBytes() {
			return JOINED_MESSAGE_BYTES;
		}

	};

	/**
	 * Whether messages remain separate when they are joined into one write.
	 * @return {@code true} if each has a {@link #header(int, boolean) header}
	 */
	boolean marksMessages();

	/**
	 * The maximum length of a joined write.
	 * @return bytes
	 */
	int joinedBytes();

	/**
	 * The header of a message.
	 * @param length the length of the message in bytes
	 * @param binary whether it is binary rather than UTF-8 text
	 * @return a header, may be empty; must not be changed
	 */
	default byte[] header(int length, boolean binary) {
		return Chunk.NOTHING;
	}

}
