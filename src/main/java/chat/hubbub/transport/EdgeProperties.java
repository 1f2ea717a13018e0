package chat.hubbub.transport;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for connections from pages and proxies.
 *
 * @param origins other origins whose pages may connect, such as
 * {@code https://example.org}, as browsers send them
 * @param trustedProxies the addresses of proxies, or networks such as {@code 10.0.0.0/8},
 * whose {@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code -Port} and
 * {@code -Prefix} are trusted
 * @param compression whether WebSockets may be compressed (permessage-deflate, RFC 7692)
 */
@ConfigurationProperties("hubbub")
record EdgeProperties(@DefaultValue List<String> origins, @DefaultValue List<String> trustedProxies,
		@DefaultValue("false") boolean compression) {

	EdgeProperties {
		origins = origins.stream().map(Origin::checked).toList();
		trustedProxies = List.copyOf(trustedProxies);
	}

}
