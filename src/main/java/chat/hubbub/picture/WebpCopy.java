package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies a WebP without what it says besides its pixels (RFC 9649): Exif, XMP, chunks of
 * no standard, and what follows the end. Its orientation and its frames stay.
 */
final class WebpCopy {

	private static final int HEADER = 12;

	/** The type and the length of a chunk. */
	private static final int FRAME = 8;

	private static final int HAS_EXIF = 0x08;

	private static final int HAS_XMP = 0x04;

	private static final int MOVES = 0x02;

	private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

	private final Parts parts;

	private final byte[] exif;

	private final int orientation;

	private WebpCopy(Parts parts, int orientation) {
		this.parts = parts;
		this.orientation = orientation;
		this.exif = (orientation != Exif.UPRIGHT) ? chunk("EXIF", Exif.of(orientation)) : new byte[0];
	}

	static Facts copy(ByteBuffer file, OutputStream target) throws IOException {
		Parts first = new Parts(file, ByteOrder.LITTLE_ENDIAN, OutputStream.nullOutputStream());
		first.skip(HEADER);
		int orientation = Exif.UPRIGHT;
		long kept = 4;
		while (first.remaining() >= FRAME) {
			long length = length(first);
			if (first.peekText(0, 4).equals("EXIF")) {
				orientation = orientation(first.peekPart(FRAME, first.peekInt(4)));
			}
			kept += KEPT.contains(first.peekText(0, 4)) ? length : 0;
			first.skip(length);
		}
		return new WebpCopy(new Parts(file, ByteOrder.LITTLE_ENDIAN, target), orientation).copy(kept);
	}

	/** Some programs write the start of a JPEG's segment before it. */
	private static int orientation(ByteBuffer exif) {
		return Exif.orientation(Exif.isStart(exif) ? exif.position(Exif.START.length) : exif);
	}

	/** The length of the next chunk; the last may be cut off, or lack its padding. */
	private static long length(Parts parts) throws DamagedPicture {
		long length = parts.peekInt(4);
		return Math.min(FRAME + length + (length & 1), parts.remaining());
	}

	private Facts copy(long kept) throws IOException {
		this.parts.copy(4);
		boolean extended = this.parts.remaining() > HEADER && this.parts.peekText(8, 4).equals("VP8X");
		long size = kept + (extended ? this.exif.length : 0);
		this.parts.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) size).array());
		this.parts.skip(4);
		this.parts.copy(4);
		Facts facts = facts();
		while (this.parts.remaining() >= FRAME) {
			copyChunk();
		}
		if (extended) {
			this.parts.write(this.exif);
		}
		return facts;
	}

	private void copyChunk() throws IOException {
		long length = length(this.parts);
		String type = this.parts.peekText(0, 4);
		if (type.equals("VP8X") && length > FRAME) {
			int flags = this.parts.peek(FRAME) & ~(HAS_EXIF | HAS_XMP);
			this.parts.copy(FRAME);
			this.parts.write(new byte[] { (byte) (flags | ((this.exif.length > 0) ? HAS_EXIF : 0)) });
			this.parts.skip(1);
			this.parts.copy(length - FRAME - 1);
		}
		else if (KEPT.contains(type)) {
			this.parts.copy(length);
		}
		else {
			this.parts.skip(length);
		}
	}

	/** The size of the picture from its first chunk. */
	private Facts facts() throws DamagedPicture {
		return switch (this.parts.peekText(0, 4)) {
			case "VP8X" -> facts(1 + three(12), 1 + three(15), (this.parts.peek(FRAME) & MOVES) != 0);
			case "VP8 " -> facts(this.parts.peekShort(14) & 0x3FFF, this.parts.peekShort(16) & 0x3FFF, false);
			case "VP8L" -> {
				long bits = this.parts.peekInt(9);
				yield facts(1 + (int) (bits & 0x3FFF), 1 + (int) ((bits >> 14) & 0x3FFF), false);
			}
			default -> throw new DamagedPicture("A WebP without pixels");
		};
	}

	private Facts facts(int width, int height, boolean moving) throws DamagedPicture {
		if (width == 0 || height == 0) {
			throw new DamagedPicture("A WebP without pixels");
		}
		return new Facts(width, height, this.orientation, moving);
	}

	private int three(int at) throws DamagedPicture {
		return this.parts.peekShort(at) | (this.parts.peek(at + 2) << 16);
	}

	private static byte[] chunk(String type, byte[] data) {
		return ByteBuffer.allocate(FRAME + data.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.putInt(data.length)
			.put(data)
			.array();
	}

}
