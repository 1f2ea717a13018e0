package chat.hubbub.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The client's address of a request. */
public final class RemoteAddress {

	private RemoteAddress() {
	}

	/**
	 * Reads the client's address.
	 * @param request the request
	 * @return the address, or {@code null} if unknown
	 */
	public static @Nullable InetAddress of(HttpServletRequest request) {
		try {
			return InetAddress.getByName(request.getRemoteAddr());
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
