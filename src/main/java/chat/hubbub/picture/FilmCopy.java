package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Copies a film without what it says besides its tracks (ISO/IEC 14496-12, and QuickTime,
 * from which that comes), such as the place where it was taken. The boxes with such texts
 * become free space of the same length, because others refer to bytes by their position.
 * The tracks themselves stay.
 */
public final class FilmCopy {

	private static final Set<String> TYPES = Set.of("video/mp4", "video/quicktime", "video/3gpp", "video/3gpp2");

	/** Texts of users, of programs and of XMP. */
	private static final Set<String> SAYING = Set.of("udta", "meta", "uuid");

	/** The boxes with boxes in which those may be, at each depth. */
	private static final Set<String> OUTER = Set.of("moov", "moof");

	private static final Set<String> INNER = Set.of("trak", "traf");

	/** The length and the type of a box, and those of one with a length of 64 bits. */
	private static final int HEADER = 8;

	private static final int LONG_HEADER = 16;

	private final Parts parts;

	private FilmCopy(Parts parts) {
		this.parts = parts;
	}

	/**
	 * Whether the files of a type are copied.
	 * @param type a content type
	 * @return whether they are films of these formats
	 */
	public static boolean suits(String type) {
		return TYPES.contains(type);
	}

	/**
	 * Copies a film.
	 * @param file the file
	 * @param target gets the copy
	 * @return the length of the copy, which is that of the file
	 * @throws DamagedPicture if its boxes cannot be told apart; the target has part of
	 * the copy
	 * @throws IOException if the target fails
	 */
	public static long copy(ByteBuffer file, OutputStream target) throws IOException {
		FilmCopy copy = new FilmCopy(new Parts(file, ByteOrder.BIG_ENDIAN, target));
		while (copy.parts.remaining() >= HEADER) {
			copy.copyBox(copy.parts.remaining(), OUTER, true);
		}
		copy.parts.copy(copy.parts.remaining());
		return copy.parts.position();
	}

	/** Copies a box of at most that length, and returns its length. */
	private long copyBox(long most, Set<String> outer, boolean first) throws IOException {
		String type = this.parts.peekText(4, 4);
		long length = length(most);
		if (outer.contains(type)) {
			if (length > most) {
				throw new DamagedPicture("A box of a film is cut off");
			}
			copyInside(length, first);
			return length;
		}
		// The pixels of a film that was cut off end early.
		long there = Math.min(length, most);
		if (SAYING.contains(type)) {
			blank(there);
		}
		else {
			this.parts.copy(there);
		}
		return there;
	}

	private void copyInside(long length, boolean first) throws IOException {
		int header = header();
		this.parts.copy(header);
		long left = length - header;
		while (left >= HEADER) {
			left -= copyBox(left, first ? INNER : Set.of(), false);
		}
		this.parts.copy(left);
	}

	private void blank(long length) throws IOException {
		int header = header();
		this.parts.copy(4);
		this.parts.write(new byte[] { 'f', 'r', 'e', 'e' });
		this.parts.skip(4);
		this.parts.copy(header - HEADER);
		this.parts.skip(length - header);
		this.parts.writeBlanks(length - header);
	}

	private int header() throws DamagedPicture {
		return (this.parts.peekInt(0) == 1) ? LONG_HEADER : HEADER;
	}

	/** The length of the next box, which may be more than there is. */
	private long length(long most) throws DamagedPicture {
		long length = this.parts.peekInt(0);
		if (length == 0) {
			return most;
		}
		if (length == 1) {
			length = this.parts.peekInt(8) << 32 | this.parts.peekInt(12);
		}
		if (length < header() || most < header()) {
			throw new DamagedPicture("A box of a film without a length");
		}
		return length;
	}

}
