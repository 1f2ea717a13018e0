package chat.hubbub.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

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

	/** Where a request comes from; empty if that is not known. */
	static Optional<ClientAddress> of(HttpServletRequest request) {
		try {
			return Optional.of(of(InetAddress.getByName(request.getRemoteAddr())));
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

}
