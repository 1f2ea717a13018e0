package chat.hubbub.preview;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PageReaderTests {

	private static final URI ADDRESS = URI.create("https://a.example/tea/page");

	@Test
	void readsTheFactsOfOpenGraph() throws IOException {
		Page page = read("""
				<!DOCTYPE html><html><head><meta charset=utf-8>
				<title>The title</title><meta name=description content="The description">
				<meta property="og:title" content="Earl &amp; Grey"><meta property="og:description" content="Three
				minutes"><meta property="og:image" content="/pot.jpg"></head><body>…</body></html>""");
		assertThat(page).isEqualTo(new Page("Earl & Grey", "Three minutes", URI.create("https://a.example/pot.jpg")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "<title>Tea</title> | Tea | ", "`<TITLE>\n Tea &lt;3 </TITLE>` | Tea <3 | ",
					"<title>A</title><meta name=twitter:title content=B><meta property=og:title content=C> | C | ",
					"<title>A</title><meta name=twitter:title content=B> | B | ",
					"<meta name=og:title content=C><meta property=OG:Title content=D> | C | ",
					"<meta property=og:title content=' '><title>A</title> | A | ",
					"<meta property=og:title><title>A</title><title>B</title> | A | ",
					"<title></title><meta name=Description content=Hot> | | Hot",
					"<meta name=description content=Hot><meta name=twitter:description content=Cold> | | Cold",
					"<meta property=title content=X> | | ", "<body><title>Tea</title> | | ",
					"<svg><title>Arrow</title></svg> | | ", "plain text | | ", "`` | | ", "<title>Tea | Tea | ",
					"<script>document.title='<title>X</title>'</script><title>Tea</title> | Tea | ",
					"<!-- <title>X</title> --><title>Tea</title> | Tea | ",
					"<title>&#x202e;gpj&#0;</title> | gpj� | " })
	void readsAPageOfAnyKind(String html, @Nullable String title, @Nullable String description) throws IOException {
		Page page = read(html);
		assertThat(page.title()).isEqualTo(title);
		assertThat(page.description()).isEqualTo(description);
		assertThat(page.picture()).isNull();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "pot.jpg, https://a.example/tea/pot.jpg",
			"//b.example/pot.jpg, https://b.example/pot.jpg", "http://b.example/a b.jpg, http://b.example/a%20b.jpg",
			"../pot.jpg?x=1&y=2, https://a.example/pot.jpg?x=1&y=2",
			"https://b.example/ä.jpg#x, https://b.example/%C3%A4.jpg", "`javascript:alert(1)`, ",
			"`data:image/png;base64,AA==`, ", "`file:///etc/passwd`, ", "`ftp://b.example/x.png`, ", "`https://`, " })
	void findsThePicture(String content, @Nullable String picture) throws IOException {
		Page page = read("<meta property='og:image' content='" + content + "'>");
		assertThat(page.picture()).isEqualTo((picture != null) ? URI.create(picture) : null);
	}

	@Test
	void resolvesAPictureByTheBaseOfThePage() throws IOException {
		assertThat(read("<base href='https://b.example/c/'><meta name=twitter:image content=pot.jpg>").picture())
			.isEqualTo(URI.create("https://b.example/c/pot.jpg"));
	}

	@ParameterizedTest
	@CsvSource({ "ISO-8859-1, , windows-1252", "ISO-8859-1, ISO-8859-1, ", "windows-1251, windows-1251, utf-8",
			"GBK, , gb2312", "Shift_JIS, , Shift_JIS", "UTF-8, , ", "UTF-8, , utf-8" })
	void readsTheCharsetOfTheAnswerOrThePage(String charset, @Nullable String declared, @Nullable String inPage)
			throws IOException {
		String title = switch (charset) {
			case "windows-1251" -> "Чай";
			case "GBK", "Shift_JIS" -> "茶";
			default -> "Grüße";
		};
		String meta = (inPage != null) ? "<meta charset=" + inPage + ">" : "";
		byte[] html = (meta + "<title>" + title + "</title>").getBytes(Charset.forName(charset));
		assertThat(PageReader.read(html, declared, ADDRESS).title()).isEqualTo(title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE" })
	void aByteOrderMarkDecides(String charset) throws IOException {
		byte[] html = "\ufeff<title>Grüße 茶</title>".getBytes(Charset.forName(charset));
		assertThat(PageReader.read(html, "ISO-8859-1", ADDRESS).title()).isEqualTo("Grüße 茶");
	}

	@Test
	void readsAPageThatIsCutAnywhere() throws IOException {
		byte[] html = "<title>Grüße</title><meta property=og:image content=/x.png><meta charset=utf-8><p>"
			.getBytes(StandardCharsets.UTF_8);
		for (int length = 0; length <= html.length; length++) {
			PageReader.read(Arrays.copyOf(html, length), null, ADDRESS);
		}
	}

	/** Each fills 1 MiB. A search that is quadratic would take minutes. */
	@ParameterizedTest
	@ValueSource(strings = { "<a>", "<b><p>", "<div>", "<table>", "<meta name=x content=y>", "<meta property=og:title>",
			"<title>", "<svg>", "<template>", "<p a", "<a b='", "&amp;", "<!--", "<head>", "<base href=x>", "</p>",
			"<select><option>", "<style>", "<noscript>", "\u0000", "<link>", "<script></script>" })
	void aPageOfAnyFormTakesLittleTime(String part) {
		byte[] html = part.repeat(Fetcher.MAX_BYTES / part.length()).getBytes(StandardCharsets.UTF_8);
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PageReader.read(html, null, ADDRESS));
	}

	@Test
	void anElementWithManyAttributesTakesLittleTime() {
		StringBuilder html = new StringBuilder("<meta property=og:title content=Tea");
		for (int i = 0; html.length() < Fetcher.MAX_BYTES; i++) {
			html.append(' ').append(Integer.toString(i, 36)).append("=x");
		}
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(html + ">"));
	}

	private static Page read(String html) throws IOException {
		return PageReader.read(html.getBytes(StandardCharsets.UTF_8), "utf-8", ADDRESS);
	}

}
