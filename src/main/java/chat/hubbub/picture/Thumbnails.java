package chat.hubbub.picture;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes small, upright forms of pictures. */
public final class Thumbnails {

	/** The greatest width and height: twice of what a page shows, for fine screens. */
	static final int SIDE = 640;

	/** A smaller picture needs no smaller form. */
	private static final long SMALL_BYTES = 100_000;

	/** Four bytes each: a picture that needs more than 100 MB is not decoded. */
	private static final int MAX_PIXELS = 25_000_000;

	private Thumbnails() {
	}

	/**
	 * Makes the small form of a picture.
	 * @param file the file
	 * @param type its type
	 * @param facts its facts
	 * @return the small form; empty if the picture is small itself, has too many pixels,
	 * moves, or has a format that the server does not decode
	 * @throws IOException if the file cannot be read
	 */
	public static Optional<Encoded> of(Path file, PictureType type, Facts facts) throws IOException {
		boolean many = (long) facts.width() * facts.height() > MAX_PIXELS;
		boolean small = Math.max(facts.width(), facts.height()) <= SIDE && Files.size(file) <= SMALL_BYTES;
		if (many || small || facts.moving()) {
			return Optional.empty();
		}
		try {
			return Optional.of(of(read(file, type, facts), facts.width(), facts.height(), facts.orientation(), SIDE));
		}
		// The readers fail in many ways on damaged files.
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static BufferedImage read(Path file, PictureType type, Facts facts) throws IOException {
		if (type == PictureType.WEBP) {
			try (FileChannel channel = FileChannel.open(file)) {
				return SmallWebp.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), SIDE);
			}
		}
		try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
			return SmallPicture.read(stream, (width, height) -> whole(width, height, facts), SIDE);
		}
	}

	/**
	 * Makes the small form of any picture, also of a small one, from which nothing is
	 * taken but the pixels of its first frame.
	 * @param file the file
	 * @param side the greatest width and height of the result
	 * @return the small form
	 * @throws DamagedPicture if it is no picture in PNG, JPEG, GIF or WebP, is damaged,
	 * or has too many pixels
	 */
	public static Encoded of(byte[] file, int side) throws DamagedPicture {
		try {
			return WebpFrame.isIn(file) ? ofWebp(file, side) : ofOther(file, side);
		}
		// The readers fail in many ways on damaged files.
		catch (IOException | RuntimeException ex) {
			throw new DamagedPicture("No picture that can be decoded");
		}
	}

	private static Encoded ofWebp(byte[] file, int side) throws IOException {
		BufferedImage picture = SmallWebp.read(ByteBuffer.wrap(file), side);
		Facts facts = PictureType.WEBP.copy(ByteBuffer.wrap(file), OutputStream.nullOutputStream());
		return of(picture, picture.getWidth(), picture.getHeight(), facts.orientation(), side);
	}

	private static Encoded ofOther(byte[] file, int side) throws IOException {
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			BufferedImage picture = SmallPicture.read(stream, Thumbnails::bounded, side);
			return of(picture, picture.getWidth(), picture.getHeight(), Orientation.of(file), side);
		}
	}

	private static Rectangle bounded(int width, int height) {
		if ((long) width * height > MAX_PIXELS) {
			throw new IllegalArgumentException("A picture with too many pixels");
		}
		return new Rectangle(width, height);
	}

	/** A reader that sees another size than the facts might need more memory. */
	private static Rectangle whole(int width, int height, Facts facts) {
		if (width != facts.width() || height != facts.height()) {
			throw new IllegalArgumentException("A picture with two sizes");
		}
		return new Rectangle(width, height);
	}

	private static Encoded of(BufferedImage picture, int fullWidth, int fullHeight, int orientation, int side)
			throws IOException {
		double scale = Math.min(1, (double) side / Math.max(fullWidth, fullHeight));
		int width = Math.max(1, (int) Math.round(fullWidth * scale));
		int height = Math.max(1, (int) Math.round(fullHeight * scale));
		BufferedImage small = SmallPicture.scaled(picture, width, height);
		boolean onItsSide = Orientation.isOnItsSide(orientation);
		int upWidth = onItsSide ? height : width;
		int upHeight = onItsSide ? width : height;
		AffineTransform turn = Orientation.turn(orientation, upWidth, upHeight);
		return Encoded.of(SmallPicture.turned(small, turn, upWidth, upHeight));
	}

}
