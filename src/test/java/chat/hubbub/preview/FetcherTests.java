package chat.hubbub.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import chat.hubbub.outgoing.Answer;
import chat.hubbub.picture.Encoded;
import chat.hubbub.picture.PictureFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class FetcherTests {

	private static final String LINK = "https://a.example/tea";

	private static final String POT = "https://a.example/pot";

	private static final String PAGE = "<title>Tea</title><meta property=og:image content=/pot>";

	private final Map<String, Answer> answers = new HashMap<>();

	private final List<String> requests = new ArrayList<>();

	private final Fetcher fetcher = new Fetcher(this::get);

	@Test
	void readsAPageAndItsPicture() throws IOException {
		answer(LINK, "text/html", PAGE);
		answer(POT, "image/jpeg", PictureFiles.jpeg(900, 700, 1));
		Found found = this.fetcher.fetch(LINK).orElseThrow();
		assertThat(found.title()).isEqualTo("Tea");
		assertEncoded(found.picture(), 320, 249);
		assertThat(this.requests).containsExactly(LINK, POT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpeg", "png", "gif" })
	void readsAPicture(String format) throws IOException {
		answer(LINK, "image/" + format, PictureFiles.corners(format, 40, 30));
		Found found = this.fetcher.fetch(LINK).orElseThrow();
		assertThat(found.title()).isNull();
		assertEncoded(found.picture(), 40, 30);
	}

	/** Nothing is left of what it says besides its pixels. */
	@ParameterizedTest
	@ValueSource(strings = { "jpeg", "webp" })
	void turnsAPictureUpright(String format) throws IOException {
		answer(LINK, "image/" + format, format.equals("jpeg") ? PictureFiles.jpeg(900, 700, 6)
				: PictureFiles.webp(PictureFiles.resource("lossy.webp"), 6));
		assertEncoded(this.fetcher.fetch(LINK).orElseThrow().picture(), 249, 320);
	}

	@Test
	void readsTheFirstFrameOfAWebp() throws IOException {
		answer(LINK, "image/webp", PictureFiles.resource("moving.webp"));
		assertEncoded(this.fetcher.fetch(LINK).orElseThrow().picture(), 40, 30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/json", "application/pdf", "text/xml",
			"application/octet-stream", "video/mp4", "" })
	void aPageThatSaysItIsSomethingElseGivesNothing(String type) throws IOException {
		answer(LINK, type.isEmpty() ? null : type, PAGE.getBytes(StandardCharsets.UTF_8));
		assertThat(this.fetcher.fetch(LINK)).isEmpty();
		assertThat(this.requests).containsExactly(LINK);
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 301, 403, 404, 500 })
	void aFaultGivesNothing(int status) throws IOException {
		if (status == 204) {
			answer(LINK, "text/html", "");
		}
		else {
			this.answers.put(LINK, new Answer(status, URI.create(LINK), "text/html", PAGE.getBytes()));
		}
		assertThat(this.fetcher.fetch(LINK)).isEmpty();
	}

	@Test
	void aPageWithoutFactsGivesNothing() throws IOException {
		answer(LINK, "text/html", "<p>Tea</p>");
		assertThat(this.fetcher.fetch(LINK)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "svg", "html", "cut", "pixels", "tiny", "long", "absent", "type", "alpha" })
	void aPageComesWithoutAPictureThatCannotBeShown(String kind) throws IOException {
		answer(LINK, "text/html", PAGE);
		byte[] picture = PictureFiles.corners("png", 100, 100);
		switch (kind) {
			case "svg" -> answer(POT, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
			case "html" -> answer(POT, "image/png", "<html><script>alert(1)</script></html>");
			case "cut" -> answer(POT, "image/jpeg", Arrays.copyOf(PictureFiles.corners("jpeg", 900, 700), 200));
			case "pixels" -> answer(POT, "image/png", PictureFiles.claiming(30_000, 30_000));
			case "tiny" -> answer(POT, "image/png", PictureFiles.corners("png", 1, 1));
			case "long" -> answer(POT, "image/png", PictureFiles.join(picture, new byte[Fetcher.MAX_BYTES]));
			case "type" -> answer(POT, "image/avif", PictureFiles.latin("\0\0\0\u001cftypavif"));
			case "alpha" -> answer(POT, "image/webp", PictureFiles.resource("alpha.webp"));
			default -> {
				// There is no answer.
			}
		}
		assertThat(this.fetcher.fetch(LINK)).contains(new Found("Tea", null, null));
	}

	@Test
	void readsTheStartOfALongPage() throws IOException {
		answer(LINK, "text/html", "<title>Tea</title>" + "<p>".repeat(Fetcher.MAX_BYTES));
		assertThat(this.fetcher.fetch(LINK)).contains(new Found("Tea", null, null));
	}

	@ParameterizedTest
	@CsvSource({ "https://bücher.example/ä b?c=d#e, https://xn--bcher-kva.example/%C3%A4%20b?c=d",
			"HTTPS://A.Example/X, https://A.Example/X", "https://a.example, https://a.example",
			"https://a.example/%41%zz, https://a.example/%41%25zz" })
	void asksForAnAddressInAscii(String link, String address) {
		assertThatIOException().isThrownBy(() -> this.fetcher.fetch(link));
		assertThat(this.requests).containsExactly(address);
	}

	private void answer(String address, String type, String body) {
		answer(address, type, body.getBytes(StandardCharsets.UTF_8));
	}

	private void answer(String address, @Nullable String type, byte[] body) {
		this.answers.put(address, new Answer(200, URI.create(address), type, body));
	}

	private Answer get(URI address, String accept, int maxBytes, Duration within) throws IOException {
		this.requests.add(address.toString());
		assertThat(within).isEqualTo(Duration.ofSeconds(5));
		Answer answer = this.answers.get(address.toString());
		if (answer == null) {
			throw new IOException("No answer");
		}
		byte[] body = Arrays.copyOf(answer.body(), Math.min(maxBytes, answer.body().length));
		return new Answer(answer.status(), answer.address(), answer.type(), body);
	}

	private static void assertEncoded(@Nullable Encoded picture, int width, int height) throws IOException {
		assertThat(picture).isNotNull();
		assertThat(picture.type()).isEqualTo("image/jpeg");
		assertThat(new String(picture.image(), StandardCharsets.ISO_8859_1)).doesNotContain(PictureFiles.PLACE);
		BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.image()));
		assertThat(List.of(read.getWidth(), read.getHeight())).isEqualTo(List.of(width, height))
			.isEqualTo(List.of(picture.width(), picture.height()));
	}

}
