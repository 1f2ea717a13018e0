package chat.hubbub.broker.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import chat.hubbub.stomp.FrameFault;
import chat.hubbub.words.Phrase;

/**
 * The input of a client while its CONNECT waits, at most 16 KiB, to be handled
 * afterwards. Thread-safe.
 */
final class Held {

	static final int MAX_BYTES = 16 * 1024;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

	private boolean released;

	/**
	 * Keeps bytes for later.
	 * @return {@code false} if CONNECT no longer waits, so that the caller must handle
	 * them
	 * @throws FrameFault if there are too many
	 */
	synchronized boolean keep(ByteBuffer more) {
		if (this.released) {
			return false;
		}
		if (this.bytes.size() + more.remaining() > MAX_BYTES) {
			throw FrameFault.tooLarge(Phrase.of("frame.early").with("kilobytes", MAX_BYTES / 1024));
		}
		byte[] copy = new byte[more.remaining()];
		more.get(copy);
		this.bytes.writeBytes(copy);
		return true;
	}

	/** The next bytes to handle, or {@code null} if there are no more. */
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
