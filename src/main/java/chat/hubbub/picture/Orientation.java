package chat.hubbub.picture;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;

/** How a picture has to be turned to be upright: see {@link Exif}. */
public final class Orientation {

	private static final int START_OF_SCAN = 0xDA;

	private static final int APP1 = 0xE1;

	/** For each orientation, where x and y come from: x, y and a side for both. */
	private static final int[][] TURNS = { { 1, 0, 0, 0, 1, 0 }, { -1, 0, 1, 0, 1, 0 }, { -1, 0, 1, 0, -1, 1 },
			{ 1, 0, 0, 0, -1, 1 }, { 0, 1, 0, 1, 0, 0 }, { 0, -1, 1, 1, 0, 0 }, { 0, -1, 1, -1, 0, 1 },
			{ 0, 1, 0, -1, 0, 1 } };

	/** From this orientation on, width and height are exchanged. */
	private static final int FIRST_ON_ITS_SIDE = 5;

	private Orientation() {
	}

	/** Whether the width of the upright picture is the height of the stored one. */
	static boolean isOnItsSide(int orientation) {
		return orientation >= FIRST_ON_ITS_SIDE;
	}

	/** The turn that makes a picture of an upright size upright. */
	static AffineTransform turn(int orientation, int width, int height) {
		int[] turn = TURNS[orientation - 1];
		return new AffineTransform(turn[0], turn[3], turn[1], turn[4], turn[2] * width, turn[5] * height);
	}

	/**
	 * The turn of a square that makes the picture of a file upright.
	 * @param file a JPEG, or another file that states no orientation
	 * @param side the side of the square in pixels
	 * @return the turn
	 */
	public static AffineTransform turn(byte[] file, int side) {
		return turn(of(file), side, side);
	}

	/** The orientation that a file states; 1 if it states none. */
	static int of(byte[] file) {
		ByteBuffer bytes = ByteBuffer.wrap(file);
		if (bytes.remaining() < 4 || bytes.getShort() != (short) 0xFFD8) {
			return Exif.UPRIGHT;
		}
		while (bytes.remaining() >= 4 && (bytes.get() & 0xFF) == 0xFF) {
			int marker = bytes.get() & 0xFF;
			int length = (bytes.getShort() & 0xFFFF) - 2;
			if (marker == START_OF_SCAN || length < 0 || length > bytes.remaining()) {
				return Exif.UPRIGHT;
			}
			ByteBuffer segment = bytes.slice(bytes.position(), length);
			if (marker == APP1 && Exif.isStart(segment)) {
				return Exif.orientation(segment.position(Exif.START.length));
			}
			bytes.position(bytes.position() + length);
		}
		return Exif.UPRIGHT;
	}

}
