package chat.hubbub.preview;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jsoup.Jsoup;

/** Reads addresses as browsers do. */
final class Addresses {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private Addresses() {
	}

	/**
	 * The address of a link, of which a host or a path may have letters of any script.
	 * @return the address in ASCII, without its fragment; empty if it is not one of the
	 * web
	 */
	static Optional<URI> of(String link) {
		try {
			String ascii = Jsoup.connect(link).request().url().toString();
			return Optional.of(new URI(ascii.split("#", 2)[0]))
				.filter((uri) -> SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)) && uri.getHost() != null);
		}
		catch (IllegalArgumentException | URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
