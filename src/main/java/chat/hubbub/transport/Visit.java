package chat.hubbub.transport;

import java.nio.ByteBuffer;

import chat.hubbub.broker.Link;

/**
 * What a WebSocket's client has come for: STOMP, or plain texts. For one thread at a
 * time, except {@link #end()}.
 */
interface Visit {

	/** A part of a message; used again after this returns. */
	void message(ByteBuffer part, boolean binary, boolean last);

	/** Queues bytes of the transport's own. */
	void say(byte[] bytes);

	/** The client lives, though it has sent no part of a message. */
	void alive();

	/**
	 * The client closes: it gets what it has asked for before the connection is closed.
	 */
	void finish();

	/** The transport closes, because of the client. */
	void hangUp(int code, String reason);

	/** The connection is lost or closed. */
	void end();

	/** Begins a visit. */
	@FunctionalInterface
	interface Opener {

		Visit open(Link link);

	}

}
