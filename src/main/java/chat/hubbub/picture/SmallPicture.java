package chat.hubbub.picture;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures in PNG, JPEG and GIF small.
 * <p>
 * A small file may claim any number of pixels. Its size is read first, and rows and
 * columns that the small picture does not need are left out while it is read, so that it
 * takes four times the bytes of the small one at most, besides some rows.
 */
public final class SmallPicture {

	private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

	private SmallPicture() {
	}

	/**
	 * Reads the first frame of a picture.
	 * @param stream the file
	 * @param part the part of it that is read, by its width and height; an exception
	 * refuses the picture before it is read
	 * @param side the greatest side of the small picture
	 * @return that part, with sides of at most four times the given one
	 * @throws IOException if it has another format or is damaged; damaged files may cause
	 * any other exception too
	 */
	public static BufferedImage read(ImageInputStream stream, BiFunction<Integer, Integer, Rectangle> part, int side)
			throws IOException {
		ImageReader reader = readerOf(stream);
		try {
			reader.setInput(stream, true, true);
			Rectangle region = part.apply(reader.getWidth(0), reader.getHeight(0));
			int step = Math.max(1, Math.max(region.width, region.height) / (2 * side));
			ImageReadParam needed = reader.getDefaultReadParam();
			needed.setSourceRegion(region);
			needed.setSourceSubsampling(Math.min(step, region.width), Math.min(step, region.height), 0, 0);
			return reader.read(0, needed);
		}
		finally {
			reader.dispose();
		}
	}

	private static ImageReader readerOf(ImageInputStream stream) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
		ImageReader reader = readers.hasNext() ? readers.next() : null;
		if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
			throw new IOException("No picture in PNG, JPEG or GIF");
		}
		return reader;
	}

	/**
	 * Scales a picture. It halves it as often as possible, so that each pixel counts.
	 * @param picture the picture
	 * @param width the width of the result
	 * @param height the height of the result
	 * @return another picture
	 */
	public static BufferedImage scaled(BufferedImage picture, int width, int height) {
		BufferedImage scaled = picture;
		while (scaled.getWidth() >= 2 * width && scaled.getHeight() >= 2 * height) {
			scaled = drawn(scaled, scaled.getWidth() / 2, scaled.getHeight() / 2);
		}
		return drawn(scaled, width, height);
	}

	private static BufferedImage drawn(BufferedImage picture, int width, int height) {
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = drawn.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(picture, 0, 0, width, height, null);
		graphics.dispose();
		return drawn;
	}

	/**
	 * Turns a picture.
	 * @param picture the picture
	 * @param turn a turn of {@link Orientation}
	 * @param width the width of the result
	 * @param height the height of the result
	 * @return another picture
	 */
	public static BufferedImage turned(BufferedImage picture, AffineTransform turn, int width, int height) {
		return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture,
				new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
	}

}
