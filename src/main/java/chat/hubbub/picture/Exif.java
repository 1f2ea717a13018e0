package chat.hubbub.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The Exif data of a picture (Exif 2.32), of which only the orientation is kept: how the
 * picture has to be turned to be upright, from 1 (as it is) to 8. It is read from the
 * first directory (4.6.5).
 */
final class Exif {

	/** Before the data in a segment of a JPEG. */
	static final byte[] START = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	static final int UPRIGHT = 1;

	private static final int LAST = 8;

	private static final int TAG = 0x0112;

	private static final int SHORT = 3;

	/** The length of a header, and of a directory with one entry. */
	private static final int LENGTH = 8 + 2 + 12 + 4;

	private Exif() {
	}

	/** The orientation that some data states; 1 if it states none. */
	static int orientation(ByteBuffer data) {
		ByteBuffer tiff = data.slice();
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
				return (value >= UPRIGHT && value <= LAST) ? value : UPRIGHT;
			}
		}
		return UPRIGHT;
	}

	/** Whether some data begins as in a JPEG. */
	static boolean isStart(ByteBuffer data) {
		return data.remaining() >= START.length
				&& data.slice(data.position(), START.length).equals(ByteBuffer.wrap(START));
	}

	/** Data that states an orientation and nothing else. */
	static byte[] of(int orientation) {
		return ByteBuffer.allocate(LENGTH)
			.put((byte) 'M')
			.put((byte) 'M')
			.putShort((short) 42)
			.putInt(8)
			.putShort((short) 1)
			.putShort((short) TAG)
			.putShort((short) SHORT)
			.putInt(1)
			.putShort((short) orientation)
			.putShort((short) 0)
			.putInt(0)
			.array();
	}

}
