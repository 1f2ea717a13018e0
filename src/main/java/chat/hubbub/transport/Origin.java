package chat.hubbub.transport;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;

import org.springframework.util.Assert;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/** The origin of a page, as browsers send it (RFC 6454, 6.1, and the URL standard). */
final class Origin {

	private static final Set<String> OF_NO_PAGE = Set.of("ws", "wss", "ftp", "file");

	private static final Pattern HOST = Pattern.compile("(?<=://)[^/:?#@]+");

	private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

	private Origin() {
	}

	/**
	 * The origin of a setting, in lower case.
	 * @throws IllegalArgumentException if browsers do not send the origin in this form,
	 * with a sentence that names the form they send, if there is one
	 */
	static String checked(String setting) {
		String origin = setting.strip().toLowerCase(Locale.ROOT);
		String sent = sent(origin).orElseThrow(() -> new IllegalArgumentException(
				"hubbub.origins has " + setting + ", which is not an origin such as https://example.org"));
		Assert.isTrue(sent.equals(origin),
				() -> "hubbub.origins has " + setting + ", which no browser sends: write " + sent);
		return origin;
	}

	/**
	 * Whether browsers send the origin in this form, so that a setting may contain it.
	 */
	static boolean isSent(String origin) {
		return sent(origin).filter(origin::equals).isPresent();
	}

	private static Optional<String> sent(String address) {
		try {
			UriComponents url = UriComponentsBuilder.fromUriString(inAscii(address), ParserType.WHAT_WG).build();
			String scheme = url.getScheme();
			String host = url.getHost();
			if (scheme == null || OF_NO_PAGE.contains(scheme) || host == null || host.isEmpty() || host.contains("*")) {
				return Optional.empty();
			}
			return Optional.of(scheme + "://" + host + ((url.getPort() < 0) ? "" : ":" + url.getPort()));
		}
		catch (InvalidUrlException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Converts the host to ASCII by the present standard (UTS 46). Spring's parser uses
	 * an older one, which maps ß to ss.
	 */
	private static String inAscii(String address) {
		Matcher host = HOST.matcher(address);
		if (!host.find() || host.group().chars().allMatch((character) -> character < 128)) {
			return address;
		}
		StringBuilder name = new StringBuilder();
		IDNA.Info faults = new IDNA.Info();
		NAMES.nameToASCII(host.group(), name, faults);
		return faults.hasErrors() ? "" : host.replaceFirst(Matcher.quoteReplacement(name.toString()));
	}

}
