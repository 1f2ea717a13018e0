package chat.hubbub.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilmCopyTests {

	private static final byte[] PIXELS = new byte[3000];

	private static final byte[] PLACE = latin("+53.20+005.79/" + PictureFiles.PLACE);

	static {
		new Random(3).nextBytes(PIXELS);
	}

	@Test
	void saysNoPlaceAndMovesNothing() throws IOException {
		byte[] film = film();
		byte[] copy = copy(film);
		assertThat(text(film)).contains(PictureFiles.PLACE);
		assertThat(text(copy)).doesNotContain(PictureFiles.PLACE).contains("mdat", "mvhd", "mdia-sample", "avc1");
		assertThat(copy).hasSameSizeAs(film);
		int pixels = text(film).indexOf("mdat") + 12;
		assertThat(Arrays.copyOfRange(copy, pixels, pixels + PIXELS.length)).isEqualTo(PIXELS);
		assertThat(copy(copy)).isEqualTo(copy);
	}

	/** A box at the end of the file may have no length, and a last one may be cut off. */
	@Test
	void takesAFilmThatWasCutOff() throws IOException {
		byte[] film = film();
		byte[] cut = Arrays.copyOf(film, film.length - 100);
		assertThat(copy(cut)).hasSameSizeAs(cut);
		byte[] open = PictureFiles.join(box("ftyp", latin("isom")), new byte[4], latin("uuid"), PLACE);
		assertThat(text(copy(open))).doesNotContain(PictureFiles.PLACE);
		byte[] rest = PictureFiles.join(box("ftyp", latin("isom")), latin("tea"));
		assertThat(copy(rest)).isEqualTo(rest);
	}

	@ParameterizedTest
	@CsvSource({ "moov, 0, 0, 0, 7", "moov, 127, 0, 0, 0", "udta, 0, 0, 0, 1", "skip, 0, 0, 0, 3" })
	void refusesBoxesThatItCannotFollow(String type, byte one, byte two, byte three, byte four) {
		byte[] film = PictureFiles.join(box("ftyp", latin("isom")), new byte[] { one, two, three, four }, latin(type),
				new byte[4]);
		assertThatExceptionOfType(DamagedPicture.class).isThrownBy(() -> copy(film));
	}

	@Test
	void looksOnlySoDeep() throws IOException {
		byte[] deep = new byte[8 * 100_000];
		ByteBuffer boxes = ByteBuffer.wrap(deep);
		for (int left = deep.length; left > 0; left -= 8) {
			boxes.putInt(left).put(latin("moov"));
		}
		assertThat(copy(deep)).isEqualTo(deep);
	}

	@Test
	void copiesOrRefusesAnyBytes() throws IOException {
		byte[] film = film();
		Random random = new Random(7);
		for (int round = 0; round < 3_000; round++) {
			byte[] broken = Arrays.copyOf(film, 12 + random.nextInt(film.length - 12));
			for (int change = random.nextInt(4); change >= 0; change--) {
				broken[random.nextInt(Math.min(400, broken.length))] = (byte) random.nextInt();
			}
			try {
				assertThat(copy(broken)).hasSameSizeAs(broken);
			}
			catch (DamagedPicture ex) {
				// Refused.
			}
		}
	}

	/** The place as Android, iOS, 3GPP and XMP have it. */
	private static byte[] film() {
		byte[] track = box("trak", box("tkhd", new byte[84]), box("udta", box("loci", PLACE)),
				box("meta", box("keys", PLACE)), box("mdia", latin("mdia-sample")));
		byte[] film = box("moov", box("mvhd", new byte[100]), box("udta", box("\u00a9xyz", PLACE), new byte[4]), track,
				box("meta", box("keys", latin("com.apple.quicktime.location.ISO6709")), box("ilst", PLACE)),
				box("uuid", PLACE), box("iods", latin("avc1")));
		byte[] long64 = PictureFiles.join(new byte[] { 0, 0, 0, 1 }, latin("uuid"),
				ByteBuffer.allocate(8).putLong(16 + PLACE.length).array(), PLACE);
		byte[] pixels = PictureFiles.join(new byte[] { 0, 0, 0, 1 }, latin("mdat"),
				ByteBuffer.allocate(8).putLong(16 + PIXELS.length).array(), PIXELS);
		return PictureFiles.join(box("ftyp", latin("isom")), film, long64, box("meta", PLACE),
				box("moof", box("traf", box("udta", PLACE))), pixels);
	}

	private static byte[] box(String type, byte[]... inside) {
		byte[] content = PictureFiles.join(inside);
		return PictureFiles.join(ByteBuffer.allocate(4).putInt(8 + content.length).array(), latin(type), content);
	}

	private static byte[] copy(byte[] film) throws IOException {
		ByteArrayOutputStream copy = new ByteArrayOutputStream();
		assertThat(FilmCopy.copy(ByteBuffer.wrap(film), copy)).isEqualTo(film.length);
		return copy.toByteArray();
	}

	private static byte[] latin(String text) {
		return PictureFiles.latin(text);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
