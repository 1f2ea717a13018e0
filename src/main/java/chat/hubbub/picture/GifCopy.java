package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Copies a GIF without what it says besides its pixels (GIF89a): comments, XMP and other
 * applications, and what follows the end. Its frames and their repetition stay.
 */
final class GifCopy {

	private static final int SCREEN = 13;

	private static final int IMAGE = 0x2C;

	private static final int EXTENSION = 0x21;

	private static final int END = 0x3B;

	private static final int COMMENT = 0xFE;

	private static final int APPLICATION = 0xFF;

	private static final int HAS_COLOURS = 0x80;

	private final Parts parts;

	private int frames;

	private GifCopy(Parts parts) {
		this.parts = parts;
	}

	static Facts copy(ByteBuffer file, OutputStream target) throws IOException {
		return new GifCopy(new Parts(file, ByteOrder.LITTLE_ENDIAN, target)).copy();
	}

	private Facts copy() throws IOException {
		int width = this.parts.peekShort(6);
		int height = this.parts.peekShort(8);
		if (width == 0 || height == 0) {
			throw new DamagedPicture("A GIF without pixels");
		}
		this.parts.copy(SCREEN + (long) colours(this.parts.peek(10)));
		while (this.parts.remaining() > 0 && copyBlock()) {
			// The next one.
		}
		return new Facts(width, height, Exif.UPRIGHT, this.frames > 1);
	}

	/** The bytes of a table of colours. */
	private static int colours(int flags) {
		return ((flags & HAS_COLOURS) != 0) ? 3 << ((flags & 7) + 1) : 0;
	}

	/** Returns whether more follows. */
	private boolean copyBlock() throws IOException {
		switch (this.parts.peek(0)) {
			case IMAGE -> {
				this.frames++;
				this.parts.copy(11 + (long) colours(this.parts.peek(9)));
				subBlocks(true);
			}
			case EXTENSION -> {
				boolean kept = isKept(this.parts.peek(1));
				move(2, kept);
				subBlocks(kept);
			}
			case END -> {
				this.parts.copy(1);
				return false;
			}
			default -> throw new DamagedPicture("An unknown block of a GIF");
		}
		return true;
	}

	private boolean isKept(int label) throws DamagedPicture {
		return switch (label) {
			case COMMENT -> false;
			case APPLICATION -> {
				String name = this.parts.peekText(3, Math.min(11, this.parts.peek(2)));
				yield name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
			}
			default -> true;
		};
	}

	private void subBlocks(boolean kept) throws IOException {
		int length = 1;
		// A file that was cut off ends.
		while (length > 0 && this.parts.remaining() > 0) {
			length = this.parts.peek(0);
			move(Math.min(length + 1, this.parts.remaining()), kept);
		}
	}

	private void move(int length, boolean kept) throws IOException {
		if (kept) {
			this.parts.copy(length);
		}
		else {
			this.parts.skip(length);
		}
	}

}
