package chat.hubbub.broker.wire;

import java.nio.ByteBuffer;

/**
 * A connection as the broker sees it: an output for bytes. Each transport implements it.
 * Its methods are called by one thread at a time and must not block.
 */
public interface Link {

	/**
	 * The framing of this transport.
	 * @return always the same object
	 */
	Framing framing();

	/**
	 * The name of this transport in metrics.
	 * @return {@code tcp}, {@code websocket} or {@code sockjs}
	 */
	String transport();

	/**
	 * Starts a write; there is one write at a time.
	 * @param bytes the bytes in this link's {@link #framing() framing}; shared with other
	 * connections, so they must not be changed or kept after {@code done}
	 * @param binary whether they are binary rather than UTF-8 text, if the transport
	 * distinguishes them
	 * @param done called once, from any thread and possibly before this method returns
	 */
	void write(ByteBuffer bytes, boolean binary, Sent done);

	/**
	 * Starts to write a ping, which the client's transport answers by itself. It counts
	 * as a write.
	 * @param done as in {@link #write}; not called if the transport has no pings
	 * @return whether this transport has pings
	 */
	default boolean ping(Sent done) {
		return false;
	}

	/**
	 * Closes with a handshake; must not be called during a write.
	 * @param code a WebSocket close code (RFC 6455, 7.4)
	 * @param reason a short sentence, at most 123 bytes in UTF-8
	 */
	void close(int code, String reason);

	/** Cuts the connection, even during a write. */
	void abort();

	/** Receives the end of a write. */
	@FunctionalInterface
	interface Sent {

		/**
		 * The write has ended.
		 * @param succeeded whether all of it was written; if not, the connection is
		 * unusable
		 */
		void sent(boolean succeeded);

	}

}
