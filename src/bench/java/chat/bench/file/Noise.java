package chat.bench.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Files that nothing can make smaller, each different from all others.
 *
 * @param number the number of the file
 * @param length its size in bytes
 * @param halfway called when half of it is written
 */
public record Noise(long number, long length, Runnable halfway) implements Uploader.Body {

	private static final byte[] CHUNK = chunk();

	private static byte[] chunk() {
		byte[] chunk = new byte[64 * 1024];
		new Random(1).nextBytes(chunk);
		return chunk;
	}

	@Override
	public void writeTo(OutputStream target) throws IOException {
		byte[] chunk = CHUNK.clone();
		// No type of file begins so.
		ByteBuffer.wrap(chunk).putLong(-1 - this.number);
		write(target, chunk, this.length / 2);
		this.halfway.run();
		write(target, chunk, this.length - this.length / 2);
	}

	private static void write(OutputStream target, byte[] chunk, long length) throws IOException {
		for (long left = length; left > 0; left -= chunk.length) {
			target.write(chunk, 0, (int) Math.min(left, chunk.length));
		}
	}

}
