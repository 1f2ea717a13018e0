package chat.hubbub.transport;

import java.nio.ByteBuffer;

import chat.hubbub.broker.wire.Link;
import chat.hubbub.words.Phrase;

/**
 * The conversation with a WebSocket client, in STOMP or in plain texts. For one thread at
 * a time, except {@link #end()}.
 */
interface Visit {

	/** Handles a part of a message; the buffer is reused after this returns. */
	void message(ByteBuffer part, boolean binary, boolean last);

	/**
	 * Whether it leaves work that may wait to the end of a
	 * {@linkplain chat.hubbub.broker.connection.Batch#ofPromptRead prompt batch}.
	 */
	boolean isPrompt();

	/** Queues bytes of the transport itself, such as a control frame. */
	void say(byte[] bytes);

	/** The client has shown a sign of life without a part of a message. */
	void alive();

	/**
	 * The client closes. It receives the answers to its earlier frames before the
	 * connection is closed.
	 */
	void finish();

	/** The transport closes the connection because of a fault of the client. */
	void hangUp(int code, Phrase reason);

	/** The connection is lost or closed. */
	void end();

	/** Opens a visit. */
	@FunctionalInterface
	interface Opener {

		Visit open(Link link);

	}

}
