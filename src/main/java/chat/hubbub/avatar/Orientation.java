package chat.hubbub.avatar;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a picture has to be turned to be upright: the orientation in the Exif data of a
 * JPEG (Exif 2.32, 4.6.5), from 1 (as it is) to 8.
 */
final class Orientation {

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	private static final int START_OF_SCAN = 0xDA;

	private static final int APP1 = 0xE1;

	private static final int TAG = 0x0112;

	private static final int UPRIGHT = 1;

	/** For each orientation, where x and y come from: x, y and a side for both. */
	private static final int[][] TURNS = { { 1, 0, 0, 0, 1, 0 }, { -1, 0, 1, 0, 1, 0 }, { -1, 0, 1, 0, -1, 1 },
			{ 1, 0, 0, 0, -1, 1 }, { 0, 1, 0, 1, 0, 0 }, { 0, -1, 1, 1, 0, 0 }, { 0, -1, 1, -1, 0, 1 },
			{ 0, 1, 0, -1, 0, 1 } };

	private Orientation() {
	}

	/** The turn of a square with that side that makes a file's picture upright. */
	static AffineTransform turn(byte[] file, int side) {
		int[] turn = TURNS[of(file) - 1];
		return new AffineTransform(turn[0], turn[3], turn[1], turn[4], turn[2] * side, turn[5] * side);
	}

	/** The orientation that a file states; 1 if it states none. */
	static int of(byte[] file) {
		ByteBuffer bytes = ByteBuffer.wrap(file);
		if (bytes.remaining() < 4 || bytes.getShort() != (short) 0xFFD8) {
			return UPRIGHT;
		}
		while (bytes.remaining() >= 4 && (bytes.get() & 0xFF) == 0xFF) {
			int marker = bytes.get() & 0xFF;
			int length = (bytes.getShort() & 0xFFFF) - 2;
			if (marker == START_OF_SCAN || length < 0 || length > bytes.remaining()) {
				return UPRIGHT;
			}
			ByteBuffer segment = bytes.slice(bytes.position(), length);
			if (marker == APP1 && startsWithExif(segment)) {
				return inTiff(segment.slice());
			}
			bytes.position(bytes.position() + length);
		}
		return UPRIGHT;
	}

	private static boolean startsWithExif(ByteBuffer segment) {
		byte[] start = new byte[EXIF.length];
		if (segment.remaining() < start.length) {
			return false;
		}
		segment.get(start);
		return java.util.Arrays.equals(start, EXIF);
	}

	/** Reads the first directory: a count, and entries of 12 bytes. */
	private static int inTiff(ByteBuffer tiff) {
		if (tiff.remaining() < 8) {
			return UPRIGHT;
		}
		tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		long directory = tiff.getInt(4) & 0xFFFFFFFFL;
		if (directory + 2 > tiff.limit()) {
			return UPRIGHT;
		}
		int entries = tiff.getShort((int) directory) & 0xFFFF;
		for (long entry = directory + 2; entries > 0 && entry + 12 <= tiff.limit(); entry += 12, entries--) {
			if ((tiff.getShort((int) entry) & 0xFFFF) == TAG) {
				int value = tiff.getShort((int) entry + 8);
				return (value >= UPRIGHT && value <= TURNS.length) ? value : UPRIGHT;
			}
		}
		return UPRIGHT;
	}

}
