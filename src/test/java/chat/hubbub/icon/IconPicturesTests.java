package chat.hubbub.icon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import chat.hubbub.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IconPicturesTests {

	@ParameterizedTest
	@CsvSource({ "1,1", "40,20", "511,513", "512,512", "1024,1024", "5000,5000" })
	void areSquaresOfTheCentreInAllForms(int width, int height) throws IOException {
		Map<IconForm, byte[]> forms = IconPictures.of(file(picture(width, height), "png"));
		assertThat(forms).containsOnlyKeys(IconForm.values());
		for (IconForm form : IconForm.values()) {
			BufferedImage shown = shown(forms, form);
			int side = Integer.parseInt(form.key().replaceAll("-.*", ""));
			assertThat(shown.getWidth()).isEqualTo(side);
			assertThat(shown.getHeight()).isEqualTo(side);
			assertThat(shown.getRGB(side / 2, side / 2)).isEqualTo(Color.BLUE.getRGB());
		}
	}

	@Test
	void haveADotForNewsAndAnEdgeThatMayBeCutOff() throws IOException {
		Map<IconForm, byte[]> forms = IconPictures.of(file(picture(600, 600), "png"));
		assertThat(shown(forms, IconForm.TAB).getRGB(25, 7)).isEqualTo(Color.BLUE.getRGB());
		assertThat(shown(forms, IconForm.NEWS).getRGB(25, 7)).isEqualTo(0xFFD92D20);
		assertThat(shown(forms, IconForm.LARGE).getRGB(20, 256)).isEqualTo(Color.BLUE.getRGB());
		assertThat(shown(forms, IconForm.MASKABLE).getRGB(20, 256)).isEqualTo(Color.WHITE.getRGB());
	}

	@Test
	void stayTransparent() throws IOException {
		BufferedImage ring = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = ring.createGraphics();
		graphics.setColor(Color.BLUE);
		graphics.fillOval(0, 0, 600, 600);
		graphics.dispose();
		Map<IconForm, byte[]> forms = IconPictures.of(file(ring, "png"));
		assertThat(shown(forms, IconForm.MEDIUM).getRGB(1, 1) >>> 24).isZero();
		assertThat(shown(forms, IconForm.MASKABLE).getRGB(1, 1)).isEqualTo(Color.WHITE.getRGB());
	}

	@ParameterizedTest
	@ValueSource(strings = { "This is no picture.", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "", "GIF89a" })
	void areNotMadeOfOtherFiles(String file) {
		assertRefused("icon.unreadable", file.getBytes(StandardCharsets.UTF_8));
	}

	/** A file of a few bytes that claims many pixels. */
	@ParameterizedTest
	@CsvSource({ "10001,1", "1,10001", "5001,5000", "2147483647,2147483647" })
	void areNotMadeOfTooManyPixels(int width, int height) throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' });
		byte[] header = ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
		CRC32 sum = new CRC32();
		sum.update(header);
		png.write(ByteBuffer.allocate(25).putInt(13).put(header).putInt((int) sum.getValue()).array());
		assertRefused("icon.too-large", png.toByteArray());
	}

	private static void assertRefused(String code, byte[] file) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> IconPictures.of(file))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	private static BufferedImage picture(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(Color.BLUE);
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		return picture;
	}

	private static byte[] file(BufferedImage picture, String format) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(picture, format, bytes);
		return bytes.toByteArray();
	}

	private static BufferedImage shown(Map<IconForm, byte[]> forms, IconForm form) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(forms.getOrDefault(form, new byte[0])));
	}

}
