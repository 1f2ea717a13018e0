package chat.hubbub.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A small picture that the server has encoded.
 *
 * @param type its content type: {@code image/jpeg}, or {@code image/png} if parts of it
 * are transparent
 * @param image its bytes, never changed
 * @param width its width in pixels
 * @param height its height in pixels
 */
public record Encoded(String type, byte[] image, int width, int height) {

	private static final float QUALITY = 0.85F;

	/**
	 * Encodes a picture.
	 * @param picture the picture, of the type ARGB
	 * @return its file
	 * @throws IOException never, since it is written to memory
	 */
	public static Encoded of(BufferedImage picture) throws IOException {
		int width = picture.getWidth();
		int height = picture.getHeight();
		int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
		if (!IntStream.of(pixels).allMatch((pixel) -> pixel >>> 24 == 0xFF)) {
			return new Encoded("image/png", written(picture, "png"), width, height);
		}
		BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		opaque.setRGB(0, 0, width, height, pixels, 0, width);
		return new Encoded("image/jpeg", written(opaque, "jpeg"), width, height);
	}

	/**
	 * Encodes a picture in PNG, also if it is opaque.
	 * @param picture the picture, of the type ARGB
	 * @return the bytes of its file
	 * @throws IOException never, since it is written to memory
	 */
	public static byte[] png(BufferedImage picture) throws IOException {
		return written(picture, "png");
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
