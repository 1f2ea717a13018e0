package chat.hubbub.picture;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Reads files of the reference encoder, cwebp. */
class SmallWebpTests {

	private static final int SIDE = 640;

	/** An error in one block would go on into all that follow. */
	@Test
	void readsEveryPartOfALossyPicture() throws IOException {
		BufferedImage picture = read(PictureFiles.resource("lossy.webp"));
		assertThat(picture.getWidth()).isEqualTo(900);
		for (int y = 4; y < 700; y += 8) {
			for (int x = 4; x < 900; x += 8) {
				Color meant = new Color(x * 255 / 900, 128 + (int) (100 * Math.sin(x / 30.0) * Math.sin(y / 40.0)),
						y * 255 / 700);
				assertThat(distance(new Color(picture.getRGB(x, y)), meant)).as("%d %d", x, y).isLessThan(40);
			}
		}
	}

	/** The decoder's time for these has no bound. */
	@ParameterizedTest
	@ValueSource(strings = { "alpha.webp", "lossless.webp" })
	void readsNoOthers(String name) {
		assertThatExceptionOfType(DamagedPicture.class).isThrownBy(() -> read(PictureFiles.resource(name)));
	}

	@ParameterizedTest
	@CsvSource({ "640, 900, 700", "320, 900, 700", "200, 450, 350", "100, 225, 175" })
	void leavesPixelsOut(int side, int width, int height) throws IOException {
		BufferedImage picture = SmallWebp.read(ByteBuffer.wrap(PictureFiles.resource("corners.webp")), side);
		assertThat(picture.getWidth()).isEqualTo(width);
		assertThat(picture.getHeight()).isEqualTo(height);
		assertThat(distance(new Color(picture.getRGB(width - 9, 8)), Color.GREEN)).isLessThan(20);
	}

	@Test
	void readsTheFirstFrame() throws IOException {
		BufferedImage picture = read(PictureFiles.resource("moving.webp"));
		assertThat(distance(new Color(picture.getRGB(36, 3)), Color.GREEN)).isLessThan(60);
	}

	@Test
	void showsTheColoursOfItsProfile() throws IOException {
		byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		byte[] grey = PictureFiles.resource("lossy.webp");
		// Where linear light is a quarter, sRGB is more than a half.
		int before = new Color(read(grey).getRGB(225, 350)).getRed();
		assertThat(before).isBetween(50, 76);
		assertThat(new Color(read(with("ICCP", profile, grey)).getRGB(225, 350)).getRed()).isBetween(126, 150);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut", "long", "canvas", "pixels", "wide", "bytes", "no pixels", "size" })
	void refusesBeforeItDecodes(String kind) {
		byte[] file = PictureFiles.resource("lossy.webp");
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		byte[] hostile = switch (kind) {
			case "cut" -> PictureFiles.bytes(file, 0, file.length - 2);
			case "long" -> bytes.putInt(16, Integer.MAX_VALUE).array();
			case "canvas" -> with("PLCE", new byte[0], bytes.putShort(26, (short) 901).array());
			case "pixels" -> bytes.putShort(26, (short) 3163).putShort(28, (short) 3163).array();
			case "wide" -> bytes.putShort(26, (short) 8193).putShort(28, (short) 1).array();
			case "bytes" -> PictureFiles.join(bytes.putInt(16, 8 * 1024 * 1024 + 2).array(), new byte[8 * 1024 * 1024]);
			case "no pixels" -> PictureFiles.bytes(file, 0, 12);
			default -> bytes.putShort(26, (short) 0).array();
		};
		assertThatExceptionOfType(DamagedPicture.class).isThrownBy(() -> read(hostile));
	}

	@Test
	void readsOrRefusesAnyBytes() {
		byte[] whole = PictureFiles.resource("moving.webp");
		Random random = new Random(7);
		for (int round = 0; round < 1_000; round++) {
			byte[] broken = whole.clone();
			for (int change = random.nextInt(4); change >= 0; change--) {
				broken[12 + random.nextInt(broken.length - 12)] = (byte) random.nextInt();
			}
			try {
				assertThat(Thumbnails.of(broken, 320).width()).isLessThanOrEqualTo(320);
			}
			catch (DamagedPicture ex) {
				// Refused.
			}
		}
	}

	private static BufferedImage read(byte[] file) throws IOException {
		return SmallWebp.read(ByteBuffer.wrap(file), SIDE);
	}

	/** The same with a size of 900 by 700 and a chunk before its pixels. */
	private static byte[] with(String chunk, byte[] data, byte[] plain) {
		byte[] chunks = PictureFiles.join(PictureFiles.latin("WEBP"),
				PictureFiles.riff("VP8X", PictureFiles.canvas(0x20, 900, 700)), PictureFiles.riff(chunk, data),
				PictureFiles.bytes(plain, 12, plain.length));
		return PictureFiles.riff("RIFF", chunks);
	}

	private static int distance(Color one, Color other) {
		return Math.max(Math.abs(one.getRed() - other.getRed()),
				Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
	}

}
