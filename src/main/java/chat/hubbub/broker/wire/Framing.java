package chat.hubbub.broker.wire;

/**
 * How a transport tells one message from the next. One object stands for all connections
 * that do it alike: they share the bytes of what is broadcast. Immutable.
 */
public interface Framing {

	/**
	 * How many bytes are joined into one write where nothing but STOMP itself tells one
	 * frame from the next, for some clients take messages of no more than 8 KiB. A single
	 * frame may be longer.
	 */
	int JOINED_MESSAGE_BYTES = 8 * 1024;

	/** How many bytes are joined into one write to a stream. */
	int JOINED_STREAM_BYTES = 64 * 1024;

	/** A stream of bytes without any marks. */
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

	/** A write is a message. */
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
	 * Whether messages that are joined into one write are still told from each other.
	 * @return {@code true} if each has a {@link #header(int, boolean) header}
	 */
	boolean marksMessages();

	/**
	 * How much may be joined into one write.
	 * @return bytes
	 */
	int joinedBytes();

	/**
	 * What goes before a message.
	 * @param length the length of the message in bytes
	 * @param binary whether it is anything but UTF-8 text
	 * @return a header, maybe empty; not to be changed
	 */
	default byte[] header(int length, boolean binary) {
		return Chunk.NOTHING;
	}

}
