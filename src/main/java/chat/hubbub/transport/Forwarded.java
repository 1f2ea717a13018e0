package chat.hubbub.transport;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Applies the forwarding headers of trusted proxies and ignores those of other clients.
 * Jetty by itself trusts every client and uses the first of several values, which a
 * client can forge. This class uses the value that the outermost trusted proxy wrote.
 * Afterwards the request has no such header except {@code X-Forwarded-Prefix}, if it is
 * trusted. Thread-safe.
 */
final class Forwarded implements HttpConfiguration.Customizer {

	/**
	 * Spring reads from it the path under which the outermost proxy exposes the server.
	 */
	static final String PREFIX = "X-Forwarded-Prefix";

	private static final String FOR = "X-Forwarded-For";

	private static final String PROTO = "X-Forwarded-Proto";

	private static final List<String> NAMES = List.of("X-Forwarded-Host", "X-Forwarded-Port");

	/** All headers that Jetty or Spring would trust, in lower case. */
	private static final Set<String> ALL = Set.of("forwarded", "x-forwarded-for", "x-forwarded-proto",
			"x-forwarded-host", "x-forwarded-port", "x-forwarded-prefix", "x-forwarded-server", "x-forwarded-ssl",
			"x-proxied-https", "proxy-auth-cert", "proxy-ssl-id");

	private static final int LONGEST_PREFIX = 256;

	// The path appears in links, redirects and cookies. "//" would lead to another site.
	private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

	private final ForwardedRequestCustomizer jetty = new ForwardedRequestCustomizer();

	private final Hops hops;

	Forwarded(List<String> proxies) {
		this.hops = new Hops(proxies);
	}

	@Override
	public Request customize(Request request, HttpFields.Mutable responseHeaders) {
		HttpFields said = request.getHeaders();
		if (said.stream().noneMatch(Forwarded::isForwarded)) {
			return request;
		}
		HttpFields.Mutable rest = without(said);
		if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
				|| !this.hops.isProxy(peer.getAddress())) {
			return with(rest, request);
		}
		List<String> path = said.getCSV(FOR, false);
		int hops = this.hops.count(path);
		believe(said, path, hops, rest);
		Request asked = this.jetty.customize(with(rest, request), responseHeaders);
		// Jetty has set the Host header to the trusted value. If it differed from the
		// request's address, Jetty would refuse the request.
		HttpFields.Mutable believed = without(asked.getHeaders());
		prefix(said.getCSV(PREFIX, false), hops, believed);
		return with(believed, asked);
	}

	private static HttpFields.Mutable without(HttpFields headers) {
		HttpFields.Mutable rest = HttpFields.build();
		headers.stream().filter((field) -> !isForwarded(field)).forEach(rest::add);
		return rest;
	}

	private static boolean isForwarded(HttpField field) {
		return ALL.contains(field.getLowerCaseName());
	}

	private void believe(HttpFields said, List<String> path, int hops, HttpFields.Mutable believed) {
		this.hops.client(path).ifPresent((client) -> believed.put(FOR, client.getHostAddress()));
		String scheme = scheme(Hops.outermost(said.getCSV(PROTO, false), hops));
		if (!scheme.isEmpty()) {
			believed.put(PROTO, scheme);
		}
		for (String name : NAMES) {
			String value = Hops.outermost(said.getCSV(name, false), hops);
			if (!value.isEmpty()) {
				believed.put(name, value);
			}
		}
	}

	/**
	 * Some proxies send the scheme of the WebSocket's address rather than that of the
	 * page.
	 */
	private static String scheme(String proto) {
		return switch (proto.toLowerCase(Locale.ROOT)) {
			case "https", "wss" -> "https";
			case "http", "ws" -> "http";
			default -> "";
		};
	}

	/**
	 * Each proxy appends the part of the path that it removes, so the parts together are
	 * the path.
	 */
	private static void prefix(List<String> parts, int hops, HttpFields.Mutable headers) {
		StringBuilder whole = new StringBuilder();
		for (String part : parts.subList(Math.max(0, parts.size() - hops), parts.size())) {
			whole.append(part.endsWith("/") ? part.substring(0, part.length() - 1) : part);
		}
		if (whole.length() <= LONGEST_PREFIX && PATH.matcher(whole).matches()) {
			headers.put(PREFIX, whole.toString());
		}
	}

	private static Request with(HttpFields headers, Request request) {
		return new Request.Wrapper(request) {

			@Override
			public HttpFields getHeaders() {
				return headers;
			}

		};
	}

}
