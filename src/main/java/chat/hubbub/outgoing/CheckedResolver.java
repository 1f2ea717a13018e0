package chat.hubbub.outgoing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the host of each new connection once, and passes on the addresses only if all
 * of them are allowed. The client connects to these addresses and looks up nothing
 * itself. Thread-safe.
 */
final class CheckedResolver implements DnsResolver {

	private final AddressRules rules;

	private final Lookup lookup;

	CheckedResolver(AddressRules rules, Lookup lookup) {
		this.rules = rules;
		this.lookup = lookup;
	}

	@Override
	public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
		List<InetSocketAddress> addresses = Stream.of(this.lookup.resolve(host))
			.map((address) -> new InetSocketAddress(address, port))
			.toList();
		// An empty list would let the client look again.
		if (addresses.isEmpty() || !addresses.stream().allMatch(this.rules::allow)) {
			throw new AddressForbidden();
		}
		return addresses;
	}

	/** The port decides too. */
	@Override
	public InetAddress[] resolve(String host) {
		throw new UnsupportedOperationException("without a port");
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/** Finds the addresses of a host. */
	@FunctionalInterface
	interface Lookup {

		/** All addresses of a host, which may be written as an address. */
		InetAddress[] resolve(String host) throws UnknownHostException;

	}

}
