package chat.hubbub.transport;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Who is let in from where.
 *
 * @param origins the origins beside our own whose pages may connect, such as
 * {@code https://example.org}
 * @param trustedProxies the addresses of proxies, or networks such as {@code 10.0.0.0/8},
 * whose {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} are
 * believed
 * @param compression whether WebSockets may be compressed (permessage-deflate, RFC 7692)
 */
@ConfigurationProperties("hubbub")
record EdgeProperties(@DefaultValue List<String> origins, @DefaultValue List<String> trustedProxies,
		@DefaultValue("false") boolean compression) {

	private static final Pattern ORIGIN = Pattern.compile("https?://[^/@*?#\\s]+");

	EdgeProperties {
		origins = origins.stream().map((origin) -> origin.strip().toLowerCase(Locale.ROOT)).toList();
		trustedProxies = List.copyOf(trustedProxies);
		origins.forEach((origin) -> Assert.isTrue(ORIGIN.matcher(origin).matches(),
				"hubbub.origins has " + origin + ", which is not like https://example.org"));
	}

}
