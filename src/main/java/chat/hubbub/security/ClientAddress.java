package chat.hubbub.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What counts as one address: that of IPv4, or the first 64 bits of one of IPv6, for a
 * client has all those behind them to itself (RFC 6177).
 *
 * @param bits the 32 or 64 bits
 * @param six whether it is of IPv6
 */
record ClientAddress(long bits, boolean six) {

	static ClientAddress of(InetAddress address) {
		ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
		boolean six = address instanceof Inet6Address;
		return new ClientAddress(six ? bytes.getLong() : bytes.getInt(), six);
	}

}
