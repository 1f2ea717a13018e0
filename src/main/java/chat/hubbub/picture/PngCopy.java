package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Copies a PNG without what it says besides its pixels (PNG, third edition, 11.3): texts,
 * among them XMP, Exif, the time, chunks of no standard, and what follows the end. Its
 * orientation stays.
 */
final class PngCopy {

	private static final int SIGNATURE = 8;

	/** The length, the type and the checksum of a chunk. */
	private static final int FRAME = 12;

	private static final String EXIF = "eXIf";

	/** Besides the critical ones, which begin with a capital letter. */
	private static final Set<String> KEPT = Set.of("tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
			"cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

	private final Parts parts;

	private int orientation = Exif.UPRIGHT;

	private boolean moving;

	private PngCopy(Parts parts) {
		this.parts = parts;
	}

	static Facts copy(ByteBuffer file, OutputStream target) throws IOException {
		return new PngCopy(new Parts(file, ByteOrder.BIG_ENDIAN, target)).copy();
	}

	private Facts copy() throws IOException {
		this.parts.copy(SIGNATURE);
		if (!this.parts.peekText(4, 4).equals("IHDR")) {
			throw new DamagedPicture("A PNG without a header");
		}
		long width = this.parts.peekInt(8);
		long height = this.parts.peekInt(12);
		if (width < 1 || width > Integer.MAX_VALUE || height < 1 || height > Integer.MAX_VALUE) {
			throw new DamagedPicture("A PNG without pixels");
		}
		// A file that was cut off ends with its last chunk.
		while (this.parts.remaining() >= FRAME && copyChunk()) {
			// The next one.
		}
		return new Facts((int) width, (int) height, this.orientation, this.moving);
	}

	/** Returns whether more follows. */
	private boolean copyChunk() throws IOException {
		long length = this.parts.peekInt(0);
		String type = this.parts.peekText(4, 4);
		if (length + FRAME > this.parts.remaining()) {
			return false;
		}
		if (type.equals(EXIF)) {
			this.orientation = Exif.orientation(this.parts.peekPart(8, length));
			writeOrientation();
		}
		this.moving |= type.equals("acTL");
		if (Character.isUpperCase(type.charAt(0)) || KEPT.contains(type)) {
			this.parts.copy(length + FRAME);
		}
		else {
			this.parts.skip(length + FRAME);
		}
		return !type.equals("IEND");
	}

	private void writeOrientation() throws IOException {
		if (this.orientation != Exif.UPRIGHT) {
			byte[] exif = Exif.of(this.orientation);
			ByteBuffer chunk = ByteBuffer.allocate(exif.length + FRAME)
				.putInt(exif.length)
				.put(EXIF.getBytes(StandardCharsets.US_ASCII))
				.put(exif);
			CRC32 sum = new CRC32();
			sum.update(chunk.array(), 4, exif.length + 4);
			this.parts.write(chunk.putInt((int) sum.getValue()).array());
		}
	}

}
