package chat.hubbub.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The unit by which addresses are counted: an IPv4 address, or the first 64 bits of an
 * IPv6 address, because a client can use all addresses of such a network (RFC 6177).
 *
 * @param bits the 32 or 64 bits
 * @param six whether it is IPv6
 */
public record ClientAddress(long bits, boolean six) {

	private static final String NETWORK = "/64";

	/**
	 * The unit of a client's address.
	 * @param address the address
	 * @return the address, or its network
	 */
	public static ClientAddress of(InetAddress address) {
		ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
		boolean six = address instanceof Inet6Address;
		return new ClientAddress(six ? bytes.getLong() : bytes.getInt(), six);
	}

	/**
	 * Parses the form of {@link #toString()}.
	 * @param text for example {@code 192.0.2.7}
	 * @return the address, or its network
	 * @throws IllegalArgumentException if it is not an address
	 */
	public static ClientAddress parse(String text) {
		try {
			String literal = text.endsWith(NETWORK) ? text.substring(0, text.length() - NETWORK.length()) : text;
			// Rejects host names, which have no colon and not only digits and dots.
			if (!literal.contains(":") && !literal.matches("[0-9.]+")) {
				throw new IllegalArgumentException("No address: " + text);
			}
			return of(InetAddress.getByName(literal));
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("No address: " + text, ex);
		}
	}

	/** For example {@code 192.0.2.7}, or {@code 2001:db8:0:7::/64}. */
	@Override
	public String toString() {
		if (!this.six) {
			return ((this.bits >> 24) & 0xff) + "." + ((this.bits >> 16) & 0xff) + "." + ((this.bits >> 8) & 0xff) + "."
					+ (this.bits & 0xff);
		}
		StringBuilder text = new StringBuilder();
		for (int shift = 48; shift >= 0; shift -= 16) {
			text.append(Long.toHexString((this.bits >> shift) & 0xffff)).append(':');
		}
		return text.append(":" + NETWORK).toString();
	}

}
