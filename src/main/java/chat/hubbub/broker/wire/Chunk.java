package chat.hubbub.broker.wire;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Output bytes, shared by all connections that receive the same.
 *
 * @param bytes one or more whole messages in the framing of the transport; never changed
 * @param binary whether they are binary rather than UTF-8 text
 */
public record Chunk(byte[] bytes, boolean binary) {

	/** No bytes. */
	public static final byte[] NOTHING = new byte[0];

	/** One message, joined from parts. */
	static Chunk framed(Framing framing, boolean binary, byte[]... parts) {
		int length = 0;
		for (byte[] part : parts) {
			length += part.length;
		}
		byte[] header = framing.header(length, binary);
		byte[] bytes = new byte[header.length + length];
		System.arraycopy(header, 0, bytes, 0, header.length);
		int at = header.length;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, bytes, at, part.length);
			at += part.length;
		}
		return new Chunk(bytes, binary);
	}

	/**
	 * Joins chunks of the same kind.
	 * @param chunks one or more
	 * @param length their bytes together
	 * @return one chunk with their bytes
	 */
	public static Chunk join(List<Chunk> chunks, int length) {
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

	/** Its number of bytes. */
	public int length() {
		return this.bytes.length;
	}

	/**
	 * Its bytes in a buffer of their own, which shares them; they must not be changed.
	 */
	public ByteBuffer buffer() {
		return ByteBuffer.wrap(this.bytes);
	}

}
