package chat.hubbub.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureTypeTests {

	@ParameterizedTest
	@EnumSource
	void saysNoPlaceAndKeepsTheRest(PictureType type) throws IOException {
		byte[] original = file(type, 6);
		assertThat(text(original)).contains(PictureFiles.PLACE);
		Copy copy = Copy.of(type, original);
		assertThat(text(copy.bytes())).doesNotContain(PictureFiles.PLACE).doesNotContain("ns.adobe.com");
		assertThat(copy.facts().moving()).isEqualTo(type == PictureType.GIF);
		boolean turned = type != PictureType.GIF;
		assertThat(copy.facts().orientation()).isEqualTo(turned ? 6 : 1);
		// A copy of the copy is the same.
		Copy second = Copy.of(type, copy.bytes());
		assertThat(second.facts()).isEqualTo(copy.facts());
		assertThat(second.bytes()).isEqualTo(copy.bytes());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBP")
	void keepsEveryPixel(PictureType type) throws IOException {
		byte[] original = file(type, 3);
		BufferedImage before = ImageIO.read(new ByteArrayInputStream(original));
		BufferedImage after = ImageIO.read(new ByteArrayInputStream(Copy.of(type, original).bytes()));
		assertThat(after.getWidth()).isEqualTo(before.getWidth());
		for (int y = 0; y < before.getHeight(); y += 7) {
			for (int x = 0; x < before.getWidth(); x += 5) {
				assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
			}
		}
	}

	@Test
	void readsTheSizeOfAnUprightPicture() throws IOException {
		Facts facts = Copy.of(PictureType.JPEG, PictureFiles.jpeg(60, 40, 6)).facts();
		assertThat(facts.width()).isEqualTo(60);
		assertThat(facts.uprightWidth()).isEqualTo(40);
		assertThat(facts.uprightHeight()).isEqualTo(60);
	}

	@Test
	void aWebpStatesItsNewLength() throws IOException {
		for (int orientation : new int[] { 1, 6 }) {
			byte[] copy = Copy.of(PictureType.WEBP, PictureFiles.webp(orientation)).bytes();
			int length = ByteBuffer.wrap(copy).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4);
			assertThat(length).isEqualTo(copy.length - 8);
			assertThat(copy[20] & 0x0C).isEqualTo((orientation == 1) ? 0 : 0x08);
		}
	}

	@Test
	void takesAFileThatWasCutOff() throws IOException {
		byte[] jpeg = PictureFiles.corners("jpeg", 300, 300);
		assertThat(Copy.of(PictureType.JPEG, PictureFiles.bytes(jpeg, 0, jpeg.length - 100)).facts().width())
			.isEqualTo(300);
	}

	@Test
	void refusesSegmentsThatItCannotFollow() {
		byte[] jpeg = PictureFiles.jpeg(30, 30, 1);
		byte[] cut = PictureFiles.bytes(jpeg, 0, 40);
		assertThatExceptionOfType(DamagedPicture.class).isThrownBy(() -> Copy.of(PictureType.JPEG, cut));
	}

	/** It copies or refuses any bytes, and the copy is not longer. */
	@ParameterizedTest
	@EnumSource
	void copiesOrRefusesAnyBytes(PictureType type) {
		byte[] original = file(type, 8);
		Random random = new Random(7);
		for (int round = 0; round < 3_000; round++) {
			byte[] broken = PictureFiles.bytes(original, 0, 12 + random.nextInt(original.length - 12));
			for (int change = random.nextInt(4); change >= 0; change--) {
				broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
			}
			try {
				assertThat(Copy.of(type, broken).bytes().length).isLessThanOrEqualTo(broken.length + 64);
			}
			catch (DamagedPicture ex) {
				// Refused.
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
		}
	}

	static byte[] file(PictureType type, int orientation) {
		return switch (type) {
			case JPEG -> PictureFiles.jpeg(60, 40, orientation);
			case PNG -> PictureFiles.png(60, 40, orientation);
			case GIF -> PictureFiles.gif(60, 40);
			case WEBP -> PictureFiles.webp(orientation);
		};
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	private record Copy(Facts facts, byte[] bytes) {

		static Copy of(PictureType type, byte[] file) throws IOException {
			ByteArrayOutputStream copy = new ByteArrayOutputStream();
			Facts facts = type.copy(ByteBuffer.wrap(file), copy);
			return new Copy(facts, copy.toByteArray());
		}

	}

}
