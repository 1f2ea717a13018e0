package chat.hubbub.broker;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Bytes on their way out, shared by all connections that get the same.
 *
 * @param bytes one or more whole frames; never changed
 * @param binary whether they are anything but UTF-8 text
 */
record Chunk(byte[] bytes, boolean binary) {

	/**
	 * How many bytes are joined into one write. Some clients take WebSocket messages of
	 * no more than 8 KiB; a single frame may be longer.
	 */
	static final int JOIN_BYTES = 8 * 1024;

	int length() {
		return this.bytes.length;
	}

	ByteBuffer buffer() {
		return ByteBuffer.wrap(this.bytes);
	}

	/** Whether both fit into one write. */
	boolean joins(Chunk next, int lengthSoFar) {
		return this.binary == next.binary && lengthSoFar + next.length() <= JOIN_BYTES;
	}

	static Chunk join(List<Chunk> chunks, int length) {
		if (chunks.size() == 1) {
			return chunks.get(0);
		}
		byte[] bytes = new byte[length];
		int at = 0;
		for (Chunk chunk : chunks) {
			System.arraycopy(chunk.bytes, 0, bytes, at, chunk.length());
			at += chunk.length();
		}
		return new Chunk(bytes, chunks.get(0).binary);
	}

}
