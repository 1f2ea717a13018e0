package chat.hubbub.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/**
 * Files of pictures that say a place in every way that their format has. The word
 * {@value #PLACE} stands for it.
 */
public final class PictureFiles {

	/** The place in all of them. */
	public static final String PLACE = "Leeuwarden";

	/** A red pixel, made by the reference encoder. */
	private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AA/uaAAA==";

	private PictureFiles() {
	}

	/** A picture whose corners are red, green, blue and yellow. */
	public static byte[] corners(String format, int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		Color[] colours = { Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW };
		for (int i = 0; i < colours.length; i++) {
			graphics.setColor(colours[i]);
			graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
		}
		graphics.dispose();
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(picture, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Exif data with a place and an orientation. */
	static byte[] exif(int orientation) {
		byte[] text = PLACE.getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(8 + 2 + 24 + 4 + text.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("II".getBytes(StandardCharsets.US_ASCII))
			.putShort((short) 42)
			.putInt(8)
			.putShort((short) 2)
			.putShort((short) 0x010E)
			.putShort((short) 2)
			.putInt(text.length)
			.putInt(38)
			.putShort((short) 0x0112)
			.putShort((short) 3)
			.putInt(1)
			.putInt(orientation)
			.putInt(0)
			.put(text)
			.array();
	}

	/**
	 * A JPEG with Exif, XMP, IPTC, a comment, an index of pictures, and a film behind.
	 */
	public static byte[] jpeg(int width, int height, int orientation) {
		byte[] plain = corners("jpeg", width, height);
		// The encoder has written SOI and 18 bytes of JFIF.
		byte[] start = bytes(plain, 0, 20);
		return join(start, segment(0xE1, join(latin("Exif\0\0"), exif(orientation))),
				segment(0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x>" + PLACE + "</x>")),
				segment(0xED, latin("Photoshop 3.0\0" + PLACE)), segment(0xFE, latin(PLACE)),
				segment(0xE2, latin("MPF\0" + PLACE)), bytes(plain, 20, plain.length), latin("ftyp" + PLACE));
	}

	/** A PNG with Exif, texts, the time, a chunk of its own, and something behind. */
	public static byte[] png(int width, int height, int orientation) {
		byte[] plain = corners("png", width, height);
		// Behind the signature and the header.
		return join(bytes(plain, 0, 33), chunk("eXIf", exif(orientation)),
				chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + PLACE)), chunk("tEXt", latin("Comment\0" + PLACE)),
				chunk("gPLa", latin(PLACE)), bytes(plain, 33, plain.length), latin("PK" + PLACE));
	}

	/** A GIF with two frames, a comment, XMP, and something behind. */
	public static byte[] gif(int width, int height) {
		byte[] plain = corners("gif", width, height);
		int image = 13 + 3 * (2 << (plain[10] & 7));
		byte[] frame = bytes(plain, image, plain.length - 1);
		return join(bytes(plain, 0, image), latin("!\u00ff\u000bNETSCAPE2.0\u0003\u0001\0\0\0"),
				latin("!\u00fe" + (char) PLACE.length() + PLACE + "\0"),
				latin("!\u00ff\u000bXMP DataXMP" + (char) PLACE.length() + PLACE + "\0"), frame, frame,
				latin(";" + PLACE));
	}

	/** A WebP with Exif, XMP, a chunk of its own, and something behind. */
	public static byte[] webp(int orientation) {
		return webp(Base64.getDecoder().decode(WEBP), orientation);
	}

	/** The same of a lossy WebP that has its pixels alone. */
	public static byte[] webp(byte[] plain, int orientation) {
		ByteBuffer pixels = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
		byte[] header = canvas(0x0C, pixels.getShort(26), pixels.getShort(28));
		byte[] chunks = join(latin("WEBP"), riff("VP8X", header), bytes(plain, 12, 8 + pixels.getInt(4)),
				riff("EXIF", exif(orientation)), riff("XMP ", latin("<x>" + PLACE + "</x>")),
				riff("PLCE", latin(PLACE)));
		return join(riff("RIFF", chunks), latin(PLACE));
	}

	/** The head of a WebP: its features and its size. */
	static byte[] canvas(int flags, int width, int height) {
		return ByteBuffer.allocate(10)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(flags)
			.putInt((width - 1) | ((height - 1) << 24))
			.putShort((short) ((height - 1) >> 8))
			.array();
	}

	/** A picture that another program has encoded. */
	public static byte[] resource(String name) {
		try (InputStream file = PictureFiles.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(file, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The header of a PNG that claims a size, with hardly any pixels. */
	public static byte[] claiming(int width, int height) {
		byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 2, 0, 0, 0 }).array();
		return join(bytes(corners("png", 1, 1), 0, 8), chunk("IHDR", header),
				chunk("IDAT", Base64.getDecoder().decode("eNpjYAACAAAFAAE=")), chunk("IEND", new byte[0]));
	}

	static byte[] segment(int marker, byte[] data) {
		return join(
				new byte[] { (byte) 0xFF, (byte) marker, (byte) ((data.length + 2) >> 8), (byte) (data.length + 2) },
				data);
	}

	static byte[] chunk(String type, byte[] data) {
		byte[] body = join(latin(type), data);
		CRC32 sum = new CRC32();
		sum.update(body);
		return join(ByteBuffer.allocate(4).putInt(data.length).array(), body,
				ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
	}

	static byte[] riff(String type, byte[] data) {
		byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
		return join(latin(type), length, data, new byte[data.length % 2]);
	}

	public static byte[] latin(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] bytes(byte[] all, int from, int to) {
		return java.util.Arrays.copyOfRange(all, from, to);
	}

	/** Several parts of a file. */
	public static byte[] join(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

}
