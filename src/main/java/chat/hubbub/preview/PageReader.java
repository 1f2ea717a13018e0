package chat.hubbub.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Reads the facts in the head of a page. It keeps no tree of elements, so that a page
 * takes little more memory than its bytes.
 */
final class PageReader {

	/** The start of a page in which it may state its charset. */
	private static final int CHARSET_BYTES = 4 * 1024;

	private static final char MARK = '\uFEFF';

	private PageReader() {
	}

	/**
	 * Reads a page.
	 * @param html the page, or its start
	 * @param declared the charset that its answer declares; otherwise, or if the page
	 * begins with a byte order mark, the page decides
	 * @param address its address
	 */
	static Page read(byte[] html, @Nullable String declared, URI address) throws IOException {
		Reader text = withoutMark(new ByteArrayInputStream(html), charset(html, declared));
		PageFacts facts = new PageFacts();
		try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(text, address.toString())) {
			Iterator<Element> elements = parser.iterator();
			while (elements.hasNext() && !facts.take(elements.next())) {
				// The next one.
			}
		}
		return facts.page();
	}

	/** The text behind the byte order mark. */
	private static Reader withoutMark(InputStream html, Charset charset) throws IOException {
		PushbackReader text = new PushbackReader(new InputStreamReader(html, charset));
		int first = text.read();
		if (first >= 0 && first != MARK) {
			text.unread(first);
		}
		return text;
	}

	private static Charset charset(byte[] html, @Nullable String declared) throws IOException {
		byte[] start = Arrays.copyOf(html, Math.min(html.length, CHARSET_BYTES));
		return Jsoup.parse(new ByteArrayInputStream(start), declared, "").charset();
	}

}
