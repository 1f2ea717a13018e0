package chat.hubbub.broker.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import chat.hubbub.stomp.FrameFault;

/**
 * What a client sends while its CONNECT waits: 16 KiB at most, to be handled after it.
 * Thread-safe.
 */
final class Held {

	static final int MAX_BYTES = 16 * 1024;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

	private boolean released;

	/**
	 * Keeps bytes for later.
	 * @return {@code false} if nothing waits any more: the caller handles them
	 * @throws FrameFault if they are too many
	 */
	synchronized boolean keep(ByteBuffer more) {
		if (this.released) {
			return false;
		}
		if (this.bytes.size() + more.remaining() > MAX_BYTES) {
			throw FrameFault.tooLarge("The client sent more than " + MAX_BYTES / 1024 + " KiB before CONNECTED.");
		}
		byte[] copy = new byte[more.remaining()];
		more.get(copy);
		this.bytes.writeBytes(copy);
		return true;
	}

	/** What is to be handled next, or {@code null} once nothing waits any more. */
	synchronized @Nullable ByteBuffer next() {
		if (this.bytes.size() == 0) {
			this.released = true;
			return null;
		}
		ByteBuffer next = ByteBuffer.wrap(this.bytes.toByteArray());
		this.bytes.reset();
		return next;
	}

}
