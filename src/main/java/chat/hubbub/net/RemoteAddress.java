package chat.hubbub.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
public final class RemoteAddress {

	private RemoteAddress() {
	}

	/**
	 * Reads the client's address.
	 * @param request the request
	 * @return the address, or {@code null} if it is not known
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
