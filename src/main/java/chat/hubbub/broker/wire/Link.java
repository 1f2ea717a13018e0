package chat.hubbub.broker.wire;

import java.nio.ByteBuffer;

/**
 * A connection as the broker sees it: a way out for bytes. One per transport. Its methods
 * are called by one thread at a time, and none of them may block.
 */
public interface Link {

	/**
	 * How this transport tells one message from the next.
	 * @return always the same
	 */
	Framing framing();

	/**
	 * Starts to write; there is one write at a time.
	 * @param bytes what to write, in this link's {@link #framing() framing}; shared with
	 * other connections, so neither changed nor kept after {@code done}
	 * @param binary whether it is anything but UTF-8 text, where the transport cares
	 * @param done told once, from any thread and maybe before this method returns
	 */
	void write(ByteBuffer bytes, boolean binary, Sent done);

	/**
	 * Starts to write a ping, which the client's transport answers by itself; it counts
	 * as a write.
	 * @param done as in {@link #write}; not told where there are no pings
	 * @return whether this transport has pings
	 */
	default boolean ping(Sent done) {
		return false;
	}

	/**
	 * Closes in an orderly way; nothing is being written.
	 * @param code a WebSocket close code (RFC 6455, 7.4)
	 * @param reason a short sentence, at most 123 bytes in UTF-8
	 */
	void close(int code, String reason);

	/** Cuts the connection off, whatever is being written. */
	void abort();

	/** Is told that a write has ended. */
	@FunctionalInterface
	interface Sent {

		/**
		 * The write has ended.
		 * @param succeeded whether all of it went out; if not, the connection is of no
		 * more use
		 */
		void sent(boolean succeeded);

	}

}
