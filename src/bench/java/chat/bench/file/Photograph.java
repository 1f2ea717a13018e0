package chat.bench.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures of 12 megapixels in JPEG, of about 4 MB as those of a phone: shapes, and the
 * noise of a sensor.
 */
public final class Photograph {

	private static final int WIDTH = 4000;

	private static final int HEIGHT = 3000;

	private static final int SHAPES = 300;

	private static final int NOISE = 0x1F;

	private static final float QUALITY = 0.9F;

	private Photograph() {
	}

	/**
	 * Takes a photograph.
	 * @param number equal numbers give equal pictures, others different ones
	 * @return its file
	 * @throws IOException never
	 */
	public static byte[] take(int number) throws IOException {
		BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(number);
		draw(picture, random);
		int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
		int noise = random.nextInt();
		for (int i = 0; i < pixels.length; i++) {
			// Xorshift: java.util.Random would take most of the time.
			noise ^= noise << 13;
			noise ^= noise >>> 17;
			noise ^= noise << 5;
			pixels[i] ^= noise & (NOISE << 16 | NOISE << 8 | NOISE);
		}
		return written(picture);
	}

	private static void draw(BufferedImage picture, Random random) {
		Graphics2D graphics = picture.createGraphics();
		for (int shape = 0; shape < SHAPES; shape++) {
			graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
			graphics.fillOval(random.nextInt(WIDTH) - WIDTH / 8, random.nextInt(HEIGHT) - HEIGHT / 8,
					random.nextInt(WIDTH / 4), random.nextInt(HEIGHT / 4));
		}
		graphics.dispose();
	}

	private static byte[] written(BufferedImage picture) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam settings = writer.getDefaultWriteParam();
		settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		settings.setCompressionQuality(QUALITY);
		try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(picture, null, null), settings);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
