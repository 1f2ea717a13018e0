package chat.hubbub.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Reads the path of a request from {@code X-Forwarded-For}: each proxy appends the
 * address from which it received the request, so the entries of trusted proxies come
 * last. Immutable.
 */
final class Hops {

	private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

	// Only literal addresses: a name would cause a DNS look-up.
	private static final Pattern ADDRESS = Pattern
		.compile(BYTE + "(\\." + BYTE + "){3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*\\]?");

	private final InetAddressSet proxies = new InetAddressSet();

	Hops(List<String> proxies) {
		this.proxies.addAll(proxies);
	}

	boolean isProxy(InetAddress address) {
		return this.proxies.test(address);
	}

	/**
	 * The last address that does not belong to a trusted proxy; empty if there is no
	 * address.
	 */
	Optional<InetAddress> client(List<String> path) {
		Optional<InetAddress> client = Optional.empty();
		for (int hop = path.size() - 1; hop >= 0; hop--) {
			Optional<InetAddress> address = address(path.get(hop));
			if (address.isEmpty()) {
				return client;
			}
			client = address;
			if (!isProxy(client.get())) {
				return client;
			}
		}
		return client;
	}

	/**
	 * The number of trusted proxies that added an entry, at least 1: the one that is
	 * connected to this server.
	 */
	int count(List<String> path) {
		int count = 1;
		while (count < path.size() && address(path.get(path.size() - count)).filter(this::isProxy).isPresent()) {
			count++;
		}
		return count;
	}

	/**
	 * The value of the outermost of that many trusted proxies, if each appends one; empty
	 * without a value. If there are fewer values, a proxy has overwritten the earlier
	 * ones.
	 */
	static String outermost(List<String> values, int hops) {
		return values.isEmpty() ? "" : values.get(Math.max(0, values.size() - hops));
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
