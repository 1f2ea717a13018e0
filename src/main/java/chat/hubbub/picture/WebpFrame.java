package chat.hubbub.picture;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The first frame of a WebP (RFC 9649) without alpha, if it is lossy. The decoder sees
 * nothing but this frame: its time for others has no bound.
 *
 * @param width its width in pixels
 * @param height its height in pixels
 * @param pixels its chunk
 * @param profile the ICC profile of its colours, or {@code null}
 */
record WebpFrame(int width, int height, ByteBuffer pixels, @Nullable ByteBuffer profile) {

	private static final int HEADER = 12;

	/** The type and the length of a chunk. */
	private static final int HEAD = 8;

	/** The facts of a frame of an animation, behind which its chunks come. */
	private static final int FRAME_FACTS = 16;

	/** The lengths of the headers of a picture and of a lossy frame. */
	private static final int CANVAS = 10;

	private static final int LOSSY_HEADER = 10;

	/** Whether a file says that it is a WebP. */
	static boolean isIn(byte[] file) {
		String start = new String(file, 0, Math.min(file.length, HEADER), StandardCharsets.ISO_8859_1);
		return start.length() == HEADER && start.startsWith("RIFF") && start.endsWith("WEBP");
	}

	/**
	 * Finds the first frame of a file.
	 * @param file the file, which must not change later
	 * @return the frame, a view of the file
	 * @throws DamagedPicture if the parts of the file cannot be told apart or are cut
	 * off, or the frame is not lossy, has an alpha channel or does not fill the picture
	 */
	static WebpFrame of(ByteBuffer file) throws DamagedPicture {
		Parts parts = new Parts(file, ByteOrder.LITTLE_ENDIAN, OutputStream.nullOutputStream());
		parts.skip(HEADER);
		ByteBuffer canvas = null;
		ByteBuffer profile = null;
		while (true) {
			String type = parts.peekText(0, 4);
			long length = parts.peekInt(4);
			ByteBuffer data = parts.peekPart(HEAD, length).order(ByteOrder.LITTLE_ENDIAN);
			switch (type) {
				case "VP8X" -> canvas = data;
				case "ICCP" -> profile = data;
				case "VP8 " -> {
					return of(data, canvas, profile);
				}
				case "VP8L", "ALPH" -> throw new DamagedPicture("A WebP that is not only lossy");
				default -> {
					// It says nothing of the pixels.
				}
			}
			parts.skip(type.equals("ANMF") ? HEAD + FRAME_FACTS
					: Math.min(HEAD + length + (length & 1), parts.remaining()));
		}
	}

	private static WebpFrame of(ByteBuffer pixels, @Nullable ByteBuffer canvas, @Nullable ByteBuffer profile)
			throws DamagedPicture {
		require(pixels.remaining() >= LOSSY_HEADER);
		int width = pixels.getShort(6) & 0x3FFF;
		int height = pixels.getShort(8) & 0x3FFF;
		require(width > 0 && height > 0);
		if (canvas != null) {
			require(canvas.remaining() >= CANVAS);
			// Three bytes each.
			require(width == 1 + (canvas.getInt(3) >>> 8) && height == 1 + (canvas.getInt(6) >>> 8));
		}
		return new WebpFrame(width, height, pixels, profile);
	}

	private static void require(boolean condition) throws DamagedPicture {
		if (!condition) {
			throw new DamagedPicture("The parts of a WebP do not fit together");
		}
	}

	/** A WebP that has this frame alone. */
	byte[] file() {
		int length = this.pixels.remaining();
		int padded = length + (length & 1);
		return ByteBuffer.allocate(HEADER + HEAD + padded)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(4 + HEAD + padded)
			.put("WEBPVP8 ".getBytes(StandardCharsets.US_ASCII))
			.putInt(length)
			.put(this.pixels.duplicate())
			.array();
	}

}
