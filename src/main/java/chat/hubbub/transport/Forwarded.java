package chat.hubbub.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Believes what a trusted proxy says of its client, and nobody else. Jetty by itself
 * believes everybody, and of several addresses the first, which a client can make up: the
 * one that counts is the last that is not a trusted proxy's. Thread-safe.
 */
final class Forwarded implements HttpConfiguration.Customizer {

	private static final String FOR = "X-Forwarded-For";

	private static final List<String> LAST_COUNTS = List.of("X-Forwarded-Proto", "X-Forwarded-Host",
			"X-Forwarded-Port");

	private static final List<String> IGNORED = List.of("Forwarded", "X-Forwarded-Server", "X-Proxied-Https",
			"Proxy-auth-cert", "Proxy-ssl-id");

	private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

	// What is not an address might be a name, to be looked up.
	private static final Pattern ADDRESS = Pattern
		.compile(BYTE + "(\\." + BYTE + "){3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*\\]?");

	private final ForwardedRequestCustomizer jetty = new ForwardedRequestCustomizer();

	private final InetAddressSet proxies = new InetAddressSet();

	Forwarded(List<String> proxies) {
		this.proxies.addAll(proxies);
	}

	@Override
	public Request customize(Request request, HttpFields.Mutable responseHeaders) {
		if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
				|| !this.proxies.test(peer.getAddress())) {
			return request;
		}
		HttpFields believed = believed(request.getHeaders());
		return this.jetty.customize(new Request.Wrapper(request) {

			@Override
			public HttpFields getHeaders() {
				return believed;
			}

		}, responseHeaders);
	}

	private HttpFields believed(HttpFields said) {
		HttpFields.Mutable believed = HttpFields.build(said);
		IGNORED.forEach(believed::remove);
		believed.remove(FOR);
		client(said.getCSV(FOR, false)).ifPresent((client) -> believed.put(FOR, client.getHostAddress()));
		for (String header : LAST_COUNTS) {
			List<String> values = said.getCSV(header, false);
			if (values.size() > 1) {
				believed.put(header, values.get(values.size() - 1));
			}
		}
		return believed;
	}

	private Optional<InetAddress> client(List<String> path) {
		Optional<InetAddress> client = Optional.empty();
		for (int hop = path.size() - 1; hop >= 0; hop--) {
			Optional<InetAddress> address = address(path.get(hop));
			if (address.isEmpty()) {
				return client;
			}
			client = address;
			if (!this.proxies.test(client.get())) {
				return client;
			}
		}
		return client;
	}

	private static Optional<InetAddress> address(String text) {
		try {
			String host = text.matches("[^:]+:\\d+|\\[.*\\]:\\d+") ? new HostPort(text).getHost() : text;
			return ADDRESS.matcher(host).matches() ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
		}
		catch (UnknownHostException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
