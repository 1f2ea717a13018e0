package chat.hubbub.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Logs refused pages and the settings that would allow them: once a day for each page,
 * for at most {@value #MOST} pages. Thread-safe.
 */
@Component
class RefusedOrigins {

	static final int MOST = 100;

	private static final int LONGEST = 100;

	private static final Logger logger = LoggerFactory.getLogger(RefusedOrigins.class);

	private final EdgeProperties properties;

	private final Cache<String, Boolean> told = Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).build();

	RefusedOrigins(EdgeProperties properties) {
		this.properties = properties;
	}

	/**
	 * Logs the refusal of a page.
	 * @param origin the origin that its browser sent
	 * @param own the origin that this server considers its own
	 * @param address the address of the request's sender
	 */
	void tell(String origin, String own, String address) {
		String page = readable(origin);
		if (!hasRoom() || this.told.asMap().putIfAbsent(page, true) != null) {
			return;
		}
		if (page.equals(origin) && Origin.isSent(origin)) {
			logger
				.warn("A page of {} may not connect: this server's own pages are at {}. If it is one of them, have the "
						+ "proxy send X-Forwarded-Proto and X-Forwarded-Host, and set hubbub.trusted-proxies={}. If it is "
						+ "another site's, hubbub.origins={} allows it.", page, readable(own), proxy(address), page);
		}
		else {
			logger.warn(
					"A page of \"{}\" may not connect: this server's own pages are at {}. That is not the origin of "
							+ "a site, so neither hubbub.trusted-proxies nor hubbub.origins can allow it.",
					page, readable(own));
		}
	}

	private boolean hasRoom() {
		if (this.told.estimatedSize() >= MOST) {
			this.told.cleanUp();
		}
		return this.told.estimatedSize() < MOST;
	}

	/**
	 * The proxy's address for the setting. An address that may belong to a visitor is not
	 * named, because trusting it would be a mistake.
	 */
	private String proxy(String address) {
		try {
			InetAddress from = InetAddress.getByName(address);
			boolean near = from.isLoopbackAddress() || from.isSiteLocalAddress();
			return (near && this.properties.trustedProxies().isEmpty()) ? address : "the proxy's address";
		}
		catch (UnknownHostException ex) {
			return "the proxy's address";
		}
	}

	private static String readable(String text) {
		String start = text.substring(0, Math.min(text.length(), LONGEST));
		return start.replaceAll("[^!#-~]", "?") + ((start.length() < text.length()) ? "…" : "");
	}

}
