package chat.hubbub.preview;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The type that an answer declares. Servers write it in odd ways, so it is read
 * leniently.
 *
 * @param name the type in lower case; empty if it is absent
 * @param charset its charset; {@code null} if it is absent or unknown to Java
 */
record DeclaredType(String name, @Nullable String charset) {

	private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

	private static final String PICTURE = "image/";

	private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)",
			Pattern.CASE_INSENSITIVE);

	/** Reads the header {@code Content-Type}. */
	static DeclaredType of(@Nullable String header) {
		String text = (header != null) ? header : "";
		Matcher charset = CHARSET.matcher(text);
		return new DeclaredType(text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
				charset.find() ? known(charset.group(1)) : null);
	}

	private static @Nullable String known(String charset) {
		try {
			return Charset.isSupported(charset) ? charset : null;
		}
		catch (IllegalCharsetNameException ex) {
			return null;
		}
	}

	boolean isHtml() {
		return HTML.contains(this.name);
	}

	boolean isPicture() {
		return this.name.startsWith(PICTURE);
	}

}
