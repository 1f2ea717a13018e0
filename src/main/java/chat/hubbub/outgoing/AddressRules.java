package chat.hubbub.outgoing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jetty.util.InetAddressSet;

import org.springframework.stereotype.Component;

/**
 * Decides which addresses requests of the server may reach: public ones on the usual
 * ports, and those in the networks of the settings. Immutable.
 */
@Component
class AddressRules {

	/** The maximum number of characters of an address. */
	static final int MAX_LENGTH = 2_000;

	private static final Set<String> SCHEMES = Set.of("http", "https");

	/**
	 * The IPv4 networks that are not public, after the registry of special-purpose
	 * addresses (RFC 6890), with multicast and the relays of 6to4.
	 */
	private static final InetAddressSet SPECIAL_4 = networks(List.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
			"127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
			"192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
			"198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"));

	/**
	 * The only IPv6 network with public addresses. Outside of it are the local ones, and
	 * NAT64, which leads to any IPv4 address.
	 */
	private static final InetAddressSet GLOBAL_6 = networks(List.of("2000::/3"));

	/**
	 * The parts of it that are not public: those of protocols with Teredo among them,
	 * 6to4, which contains an IPv4 address, and those for documents.
	 */
	private static final InetAddressSet SPECIAL_6 = networks(
			List.of("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"));

	private static final int BYTES_4 = 4;

	private final InetAddressSet networks;

	private final Set<Integer> ports;

	AddressRules(OutgoingProperties settings) {
		this.networks = networks(settings.networks());
		this.ports = settings.ports();
	}

	/** Whether a request may connect to an address and a port. */
	boolean allow(InetSocketAddress address) {
		InetAddress host = address.getAddress();
		return host != null && (this.networks.test(host) || (this.ports.contains(address.getPort()) && isPublic(host)));
	}

	/** Whether everybody on the internet may reach an address. */
	static boolean isPublic(InetAddress address) {
		// Java reads an IPv4 address that is mapped into IPv6 as the IPv4 address.
		return (address.getAddress().length == BYTES_4) ? !SPECIAL_4.test(address)
				: GLOBAL_6.test(address) && !SPECIAL_6.test(address);
	}

	/**
	 * Reads an address that a user has given.
	 * @throws AddressForbidden if it is not a complete address of HTTP or HTTPS
	 */
	static URI read(String text) {
		try {
			URI address = new URI(text.strip()).parseServerAuthority();
			if (text.length() <= MAX_LENGTH && isComplete(address)) {
				return address;
			}
		}
		catch (URISyntaxException ex) {
			// Refused below.
		}
		throw new AddressForbidden();
	}

	/** A name and a password in it could hide which host it names. */
	private static boolean isComplete(URI address) {
		return address.getScheme() != null && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
				&& address.getHost() != null && address.getRawUserInfo() == null && address.getPort() != 0;
	}

	private static InetAddressSet networks(List<String> patterns) {
		InetAddressSet set = new InetAddressSet();
		set.addAll(patterns);
		return set;
	}

}
