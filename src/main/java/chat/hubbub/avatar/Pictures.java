package chat.hubbub.avatar;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import chat.hubbub.refusal.Refusal;

/**
 * Makes an {@link Avatar} of an uploaded file: its centre, cut to a square, upright and
 * small. The file itself is not kept, nor what it says beside the picture, such as the
 * place where it was taken.
 * <p>
 * A file of a megabyte may claim any number of pixels. Its size is read first, and rows
 * and columns that the small picture does not need are left out while it is read, so that
 * it takes at most 4 MiB, besides some rows.
 */
final class Pictures {

	private static final int MAX_PIXELS = 25_000_000;

	private static final int MAX_SIDE = 10_000;

	private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

	private static final float QUALITY = 0.85F;

	private Pictures() {
	}

	/**
	 * Makes a picture of a file in PNG, JPEG or GIF, of which the first frame counts.
	 * @throws AvatarUnreadable if it has another format or is damaged
	 * @throws AvatarTooLarge if it has too many pixels
	 */
	static Avatar of(byte[] file) {
		try {
			BufferedImage small = scaled(centre(file));
			return encoded(turned(small, Orientation.turn(file, Avatar.SIDE)));
		}
		catch (Refusal ex) {
			throw ex;
		}
		// The readers fail in many ways on damaged files.
		catch (IOException | RuntimeException ex) {
			throw new AvatarUnreadable();
		}
	}

	/** The square in the centre, with sides of at most four times what is needed. */
	private static BufferedImage centre(byte[] file) throws IOException {
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			ImageReader reader = readerOf(stream);
			try {
				reader.setInput(stream, true, true);
				return reader.read(0, needed(reader));
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static ImageReader readerOf(ImageInputStream stream) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
		ImageReader reader = readers.hasNext() ? readers.next() : null;
		if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
			throw new AvatarUnreadable();
		}
		return reader;
	}

	private static ImageReadParam needed(ImageReader reader) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
			throw new AvatarTooLarge();
		}
		int side = Math.min(width, height);
		int step = Math.max(1, side / (2 * Avatar.SIDE));
		ImageReadParam needed = reader.getDefaultReadParam();
		needed.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
		needed.setSourceSubsampling(step, step, 0, 0);
		return needed;
	}

	/** Halves it as often as possible, so that each pixel counts. */
	private static BufferedImage scaled(BufferedImage picture) {
		BufferedImage scaled = picture;
		while (scaled.getWidth() >= 2 * Avatar.SIDE) {
			scaled = scaled(scaled, scaled.getWidth() / 2);
		}
		return scaled(scaled, Avatar.SIDE);
	}

	private static BufferedImage scaled(BufferedImage picture, int side) {
		BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = scaled.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(picture, 0, 0, side, side, null);
		graphics.dispose();
		return scaled;
	}

	private static BufferedImage turned(BufferedImage small, AffineTransform turn) {
		return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(small,
				new BufferedImage(Avatar.SIDE, Avatar.SIDE, BufferedImage.TYPE_INT_ARGB));
	}

	private static Avatar encoded(BufferedImage picture) throws IOException {
		int[] pixels = picture.getRGB(0, 0, Avatar.SIDE, Avatar.SIDE, null, 0, Avatar.SIDE);
		if (!IntStream.of(pixels).allMatch((pixel) -> pixel >>> 24 == 0xFF)) {
			return new Avatar("image/png", written(picture, "png"));
		}
		BufferedImage opaque = new BufferedImage(Avatar.SIDE, Avatar.SIDE, BufferedImage.TYPE_INT_RGB);
		opaque.setRGB(0, 0, Avatar.SIDE, Avatar.SIDE, pixels, 0, Avatar.SIDE);
		return new Avatar("image/jpeg", written(opaque, "jpeg"));
	}

	private static byte[] written(BufferedImage picture, String format) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
		try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(picture, null, null), settings(writer, format));
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static ImageWriteParam settings(ImageWriter writer, String format) {
		ImageWriteParam settings = writer.getDefaultWriteParam();
		if (format.equals("jpeg")) {
			settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			settings.setCompressionQuality(QUALITY);
		}
		return settings;
	}

}
