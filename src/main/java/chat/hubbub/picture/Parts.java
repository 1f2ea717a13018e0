package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a picture's file, which are read part by part and copied. */
final class Parts {

	private static final int CHUNK = 8192;

	private final ByteBuffer bytes;

	private final OutputStream target;

	Parts(ByteBuffer bytes, ByteOrder order, OutputStream target) {
		this.bytes = bytes.slice().order(order);
		this.target = target;
	}

	int remaining() {
		return this.bytes.remaining();
	}

	int position() {
		return this.bytes.position();
	}

	/** The byte at a distance from here, without moving on. */
	int peek(int distance) throws DamagedPicture {
		require(distance + 1);
		return this.bytes.get(this.bytes.position() + distance) & 0xFF;
	}

	int peekShort(int distance) throws DamagedPicture {
		require(distance + 2);
		return this.bytes.getShort(this.bytes.position() + distance) & 0xFFFF;
	}

	/** An unsigned number of 32 bits. */
	long peekInt(int distance) throws DamagedPicture {
		require(distance + 4);
		return this.bytes.getInt(this.bytes.position() + distance) & 0xFFFFFFFFL;
	}

	String peekText(int distance, int length) throws DamagedPicture {
		require(distance + (long) length);
		byte[] text = new byte[length];
		this.bytes.get(this.bytes.position() + distance, text);
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	/** A part that begins at a distance from here. */
	ByteBuffer peekPart(int distance, long length) throws DamagedPicture {
		require(distance + length);
		return this.bytes.slice(this.bytes.position() + distance, (int) length);
	}

	/** Copies a number of bytes. */
	void copy(long length) throws IOException {
		require(length);
		byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
		for (long left = length; left > 0; left -= chunk.length) {
			int next = (int) Math.min(chunk.length, left);
			this.bytes.get(chunk, 0, next);
			this.target.write(chunk, 0, next);
		}
	}

	void skip(long length) throws DamagedPicture {
		require(length);
		this.bytes.position(this.bytes.position() + (int) length);
	}

	/** Adds bytes that the file does not have. */
	void write(byte[] other) throws IOException {
		this.target.write(other);
	}

	/** Adds zeros. */
	void writeBlanks(long length) throws IOException {
		byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
		for (long left = length; left > 0; left -= chunk.length) {
			this.target.write(chunk, 0, (int) Math.min(chunk.length, left));
		}
	}

	private void require(long length) throws DamagedPicture {
		if (length < 0 || length > this.bytes.remaining()) {
			throw new DamagedPicture("The file ends within a part");
		}
	}

}
