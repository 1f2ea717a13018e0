package chat.hubbub.avatar;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PicturesTests {

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg", "gif" })
	void makesASmallSquareOfTheCentre(String format) throws IOException {
		Avatar avatar = Pictures.of(file(stripes(1200, 500), format));
		BufferedImage shown = shown(avatar);
		assertThat(avatar.type()).isEqualTo("image/jpeg");
		assertThat(shown.getWidth()).isEqualTo(256);
		assertThat(shown.getHeight()).isEqualTo(256);
		assertColour(shown, 5, 128, Color.GREEN);
		assertColour(shown, 250, 128, Color.GREEN);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1,900", "3,2", "256,256", "257,511", "512,512", "5000,5000", "10000,2500" })
	void makesItOfAnySize(int width, int height) throws IOException {
		BufferedImage shown = shown(Pictures.of(file(stripes(width, height), "png")));
		assertThat(shown.getWidth()).isEqualTo(256);
		assertThat(shown.getHeight()).isEqualTo(256);
	}

	@Test
	void keepsWhatIsTransparent() throws IOException {
		BufferedImage ring = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = ring.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillOval(0, 0, 600, 600);
		graphics.dispose();
		Avatar avatar = Pictures.of(file(ring, "png"));
		assertThat(avatar.type()).isEqualTo("image/png");
		assertThat(shown(avatar).getRGB(2, 2) >>> 24).isZero();
		assertColour(shown(avatar), 128, 128, Color.RED);
	}

	/** The colours of the corners, as a camera that was held in each way stores them. */
	@ParameterizedTest
	@CsvSource({ "1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB" })
	void turnsItUpright(int orientation, String corners) throws IOException {
		byte[] jpeg = withExif(file(corners("RGBY"), "jpeg"), orientation);
		assertThat(cornersOf(shown(Pictures.of(jpeg)))).isEqualTo(corners);
	}

	@Test
	void keepsNothingButThePicture() throws IOException {
		byte[] jpeg = withExif(file(stripes(300, 300), "jpeg"), 6);
		assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("Exif");
		assertThat(new String(Pictures.of(jpeg).image(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bmp", "tiff", "text", "svg", "nothing" })
	void refusesOtherFiles(String kind) throws IOException {
		byte[] file = switch (kind) {
			case "text" -> "This is no picture.".getBytes(StandardCharsets.UTF_8);
			case "svg" -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
			case "nothing" -> new byte[0];
			default -> file(stripes(100, 100), kind);
		};
		assertThatThrownBy(() -> Pictures.of(file)).isInstanceOf(AvatarUnreadable.class);
	}

	/** A file of a few bytes that claims many pixels. */
	@ParameterizedTest
	@CsvSource({ "10001,1", "1,10001", "5001,5000", "2147483647,2147483647" })
	void refusesTooManyPixelsBeforeItReadsThem(int width, int height) throws IOException {
		assertThatThrownBy(() -> Pictures.of(claiming(width, height))).isInstanceOf(AvatarTooLarge.class);
	}

	/** A comment of some kilobytes that unpacks to a gigabyte. */
	@Test
	void unpacksNoComments() throws IOException {
		byte[] png = file(stripes(40, 40), "png");
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		packed.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed, new Deflater(9))) {
			byte[] block = new byte[1024 * 1024];
			for (int i = 0; i < 512; i++) {
				deflater.write(block);
			}
		}
		assertThat(shown(Pictures.of(withChunk(png, "zTXt", packed.toByteArray()))).getWidth()).isEqualTo(256);
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg", "gif" })
	void refusesWhatIsDamagedOrMakesAPictureOfIt(String format) throws IOException {
		byte[] whole = (format.equals("jpeg")) ? withExif(file(stripes(90, 70), format), 6)
				: file(stripes(90, 70), format);
		Random random = new Random(7);
		for (int i = 0; i < 2_000; i++) {
			byte[] damaged = Arrays.copyOf(whole, (i % 2 == 0) ? whole.length : random.nextInt(whole.length));
			for (int j = 0; j < i % 5 && damaged.length > 0; j++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			try {
				assertThat(shown(Pictures.of(damaged)).getWidth()).isEqualTo(256);
			}
			catch (AvatarUnreadable | AvatarTooLarge ex) {
				assertThat(ex.code()).startsWith("avatar.");
			}
		}
	}

	private static BufferedImage shown(Avatar avatar) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(avatar.image()));
	}

	/** A green square between two red stripes, or what fits. */
	private static BufferedImage stripes(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.GREEN);
		graphics.fillRect((width - height) / 2, 0, height, height);
		graphics.dispose();
		return picture;
	}

	/**
	 * Four colours: at the top left, the top right, the bottom left and the bottom right.
	 */
	private static BufferedImage corners(String colours) {
		BufferedImage picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 400; y++) {
			for (int x = 0; x < 400; x++) {
				picture.setRGB(x, y, colour(colours.charAt((y / 200) * 2 + x / 200)).getRGB());
			}
		}
		return picture;
	}

	private static String cornersOf(BufferedImage picture) {
		StringBuilder corners = new StringBuilder();
		for (int[] at : new int[][] { { 60, 60 }, { 190, 60 }, { 60, 190 }, { 190, 190 } }) {
			"RGBY".chars()
				.filter((name) -> isClose(picture.getRGB(at[0], at[1]), colour((char) name)))
				.forEach((name) -> corners.append((char) name));
		}
		return corners.toString();
	}

	private static Color colour(char name) {
		return switch (name) {
			case 'R' -> Color.RED;
			case 'G' -> Color.GREEN;
			case 'B' -> Color.BLUE;
			default -> Color.YELLOW;
		};
	}

	private static void assertColour(BufferedImage picture, int x, int y, Color colour) {
		assertThat(isClose(picture.getRGB(x, y), colour)).as("%x", picture.getRGB(x, y)).isTrue();
	}

	private static boolean isClose(int rgb, Color colour) {
		Color found = new Color(rgb);
		return Math.abs(found.getRed() - colour.getRed()) + Math.abs(found.getGreen() - colour.getGreen())
				+ Math.abs(found.getBlue() - colour.getBlue()) < 60;
	}

	private static byte[] file(BufferedImage picture, String format) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertThat(ImageIO.write(picture, format, bytes)).isTrue();
		return bytes.toByteArray();
	}

	/** Puts a segment with an orientation behind the start of a JPEG. */
	private static byte[] withExif(byte[] jpeg, int orientation) {
		byte[] tiff = { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0,
				0, 0, 0 };
		ByteBuffer with = ByteBuffer.allocate(jpeg.length + tiff.length + 10);
		with.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (tiff.length + 8));
		with.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff).put(jpeg, 2, jpeg.length - 2);
		return with.array();
	}

	private static byte[] claiming(int width, int height) throws IOException {
		byte[] png = file(stripes(8, 8), "png");
		ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
		CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		return png;
	}

	/** Puts a chunk behind the first one of a PNG. */
	private static byte[] withChunk(byte[] png, String name, byte[] content) {
		CRC32 crc = new CRC32();
		crc.update(name.getBytes(StandardCharsets.US_ASCII));
		crc.update(content);
		ByteBuffer with = ByteBuffer.allocate(png.length + content.length + 12);
		with.put(png, 0, 33).putInt(content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
		with.putInt((int) crc.getValue()).put(png, 33, png.length - 33);
		return with.array();
	}

}
