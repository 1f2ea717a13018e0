package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Copies a JPEG without what it says besides its pixels (ITU-T T.81, annex B): Exif, XMP,
 * IPTC, comments, and what follows the end of the picture, such as a film with the same
 * place. Its orientation and its colours stay.
 */
final class JpegCopy {

	private static final int SOI = 0xD8;

	private static final int EOI = 0xD9;

	private static final int SOS = 0xDA;

	private static final int COMMENT = 0xFE;

	private static final int APP0 = 0xE0;

	private static final int APP1 = 0xE1;

	private static final int APP2 = 0xE2;

	private static final int APP14 = 0xEE;

	private static final int APP15 = 0xEF;

	private static final int FIRST_RST = 0xD0;

	private static final int LAST_RST = 0xD7;

	/** Frames of all kinds: C0 to CF, except tables and arithmetic conditioning. */
	private static final Set<Integer> NO_FRAME = Set.of(0xC4, 0xC8, 0xCC);

	private static final String COLOURS = "ICC_PROFILE\0";

	private final Parts parts;

	private int width;

	private int height;

	private int orientation = Exif.UPRIGHT;

	private boolean begun;

	private JpegCopy(Parts parts) {
		this.parts = parts;
	}

	static Facts copy(ByteBuffer file, OutputStream target) throws IOException {
		return new JpegCopy(new Parts(file, ByteOrder.BIG_ENDIAN, target)).copy();
	}

	private Facts copy() throws IOException {
		this.orientation = findOrientation();
		this.parts.copy(2);
		boolean more = true;
		while (more) {
			more = copySegment();
		}
		if (this.width == 0 || this.height == 0) {
			throw new DamagedPicture("A JPEG without a frame");
		}
		return new Facts(this.width, this.height, this.orientation, false);
	}

	/** It stands behind the first segments, and is written first. */
	private int findOrientation() throws DamagedPicture {
		int at = 2;
		while (this.parts.peek(at) == 0xFF && this.parts.peek(at + 1) != SOS && this.parts.peek(at + 1) != EOI) {
			int length = this.parts.peekShort(at + 2);
			if (this.parts.peek(at + 1) == APP1) {
				ByteBuffer segment = this.parts.peekPart(at + 4, length - 2L);
				if (Exif.isStart(segment)) {
					return Exif.orientation(segment.position(Exif.START.length));
				}
			}
			at += 2 + length;
		}
		return Exif.UPRIGHT;
	}

	/** Returns whether more follows. */
	private boolean copySegment() throws IOException {
		while (this.parts.peek(0) == 0xFF && this.parts.peek(1) == 0xFF) {
			this.parts.skip(1);
		}
		if (this.parts.peek(0) != 0xFF) {
			throw new DamagedPicture("A segment without a marker");
		}
		int marker = this.parts.peek(1);
		if (marker == EOI) {
			this.parts.copy(2);
			return false;
		}
		if (marker == SOI || marker == 0 || (marker >= FIRST_RST && marker <= LAST_RST)) {
			throw new DamagedPicture("A marker at a wrong place");
		}
		copy(marker, 2L + this.parts.peekShort(2));
		return marker != SOS || copyScan();
	}

	private void copy(int marker, long length) throws IOException {
		if (length < 4) {
			throw new DamagedPicture("A segment without a length");
		}
		if (marker != APP0) {
			writeOrientation();
		}
		if (marker >= 0xC0 && marker <= 0xCF && !NO_FRAME.contains(marker)) {
			this.height = this.parts.peekShort(5);
			this.width = this.parts.peekShort(7);
		}
		if (isKept(marker, length)) {
			this.parts.copy(length);
		}
		else {
			this.parts.skip(length);
		}
	}

	private void writeOrientation() throws IOException {
		if (!this.begun && this.orientation != Exif.UPRIGHT) {
			byte[] exif = Exif.of(this.orientation);
			int length = 2 + Exif.START.length + exif.length;
			this.parts.write(new byte[] { (byte) 0xFF, (byte) APP1, 0, (byte) length });
			this.parts.write(Exif.START);
			this.parts.write(exif);
		}
		this.begun = true;
	}

	/** Of the segments of applications, those that the pixels need. */
	private boolean isKept(int marker, long length) throws DamagedPicture {
		if (marker == APP2) {
			return length >= 4 + COLOURS.length() && this.parts.peekText(4, COLOURS.length()).equals(COLOURS);
		}
		boolean application = marker >= APP0 && marker <= APP15;
		return marker != COMMENT && (!application || marker == APP14 || (marker == APP0 && isJfif(length)));
	}

	private boolean isJfif(long length) throws DamagedPicture {
		return length >= 9 && this.parts.peekText(4, 5).equals("JFIF\0");
	}

	/** Copies the pixels; returns whether more follows. A file that was cut off ends. */
	private boolean copyScan() throws IOException {
		int length = 0;
		while (this.parts.remaining() >= length + 2) {
			if (this.parts.peek(length) == 0xFF && !isWithinScan(this.parts.peek(length + 1))) {
				this.parts.copy(length);
				return true;
			}
			length++;
		}
		this.parts.copy(this.parts.remaining());
		return false;
	}

	private static boolean isWithinScan(int marker) {
		return marker == 0 || marker == 0xFF || (marker >= FIRST_RST && marker <= LAST_RST);
	}

}
