package chat.hubbub.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThumbnailsTests {

	@TempDir
	Path folder;

	/** The colours of the corners, as a camera that was held in each way stores them. */
	@ParameterizedTest
	@CsvSource({ "1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB" })
	void isSmallAndUpright(int orientation, String corners) throws IOException {
		BufferedImage small = shown(
				thumbnail(PictureType.JPEG, PictureFiles.jpeg(1600, 1200, orientation)).orElseThrow());
		boolean onItsSide = orientation >= 5;
		assertThat(small.getWidth()).isEqualTo(onItsSide ? 480 : 640);
		assertThat(small.getHeight()).isEqualTo(onItsSide ? 640 : 480);
		assertThat(cornersOf(small)).isEqualTo(corners);
	}

	@ParameterizedTest
	@CsvSource({ "1, RGBY, 640, 498", "6, BRYG, 498, 640" })
	void isSmallAndUprightOfAWebp(int orientation, String corners, int width, int height) throws IOException {
		byte[] file = PictureFiles.webp(PictureFiles.resource("corners.webp"), orientation);
		BufferedImage small = shown(thumbnail(PictureType.WEBP, file).orElseThrow());
		assertThat(small.getWidth()).isEqualTo(width);
		assertThat(small.getHeight()).isEqualTo(height);
		assertThat(cornersOf(small)).isEqualTo(corners);
	}

	@ParameterizedTest
	@CsvSource({ "10000, 3, 640, 1", "3, 5000, 1, 640", "641, 641, 640, 640" })
	void keepsTheShape(int width, int height, int smallWidth, int smallHeight) throws IOException {
		BufferedImage small = shown(
				thumbnail(PictureType.PNG, PictureFiles.corners("png", width, height)).orElseThrow());
		assertThat(small.getWidth()).isEqualTo(smallWidth);
		assertThat(small.getHeight()).isEqualTo(smallHeight);
	}

	@Test
	void doesNotDecodeManyPixels() throws IOException {
		assertThat(thumbnail(PictureType.PNG, PictureFiles.claiming(30_000, 30_000))).isEmpty();
		assertThat(thumbnail(PictureType.PNG, PictureFiles.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEmpty();
	}

	@Test
	void leavesSmallMovingAndDamagedOnesAsTheyAre() throws IOException {
		assertThat(thumbnail(PictureType.PNG, PictureFiles.corners("png", 640, 640))).isEmpty();
		assertThat(thumbnail(PictureType.GIF, PictureFiles.gif(1000, 1000))).isEmpty();
		assertThat(thumbnail(PictureType.WEBP, PictureFiles.webp(1))).isEmpty();
		byte[] webp = PictureFiles.webp(PictureFiles.resource("corners.webp"), 1);
		assertThat(thumbnail(PictureType.WEBP, PictureFiles.bytes(webp, 0, 1000))).isEmpty();
		webp[20] |= 0x02;
		assertThat(thumbnail(PictureType.WEBP, webp)).isEmpty();
		assertThat(thumbnail(PictureType.PNG, PictureFiles.claiming(3_000, 3_000))).isEmpty();
	}

	private Optional<Encoded> thumbnail(PictureType type, byte[] file) throws IOException {
		Facts facts = type.copy(ByteBuffer.wrap(file), OutputStream.nullOutputStream());
		return Thumbnails.of(Files.write(this.folder.resolve("picture"), file), type, facts);
	}

	private static BufferedImage shown(Encoded encoded) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(encoded.image()));
	}

	private static String cornersOf(BufferedImage picture) {
		int right = picture.getWidth() - 9;
		int bottom = picture.getHeight() - 9;
		return "" + colour(picture.getRGB(8, 8)) + colour(picture.getRGB(right, 8)) + colour(picture.getRGB(8, bottom))
				+ colour(picture.getRGB(right, bottom));
	}

	private static char colour(int rgb) {
		Color colour = new Color(rgb);
		if (colour.getBlue() > 128) {
			return 'B';
		}
		return (colour.getRed() > 128) ? ((colour.getGreen() > 128) ? 'Y' : 'R') : 'G';
	}

}
