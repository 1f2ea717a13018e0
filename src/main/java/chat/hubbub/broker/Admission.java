package chat.hubbub.broker;

import java.net.InetAddress;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;

/** Decides which connections may be opened. Thread-safe. */
public interface Admission {

	/**
	 * The attribute of a connection with the client's {@link InetAddress}, if it is
	 * known.
	 */
	String ADDRESS = "hubbub.address";

	/**
	 * Checks early, before a connection costs anything, and counts nothing.
	 * @param address the client's address, or {@code null} if unknown
	 * @throws Refusal if the address has too many connections
	 */
	void ask(@Nullable InetAddress address);

	/**
	 * Counts a connection, until a DISCONNECT with the same attributes passes the inbound
	 * channel. Every connection ends with one.
	 * @param attributes the attributes of the connection, possibly with {@link #ADDRESS};
	 * safe for use by several threads
	 * @throws Refusal if there are too many connections; the client is told and the
	 * connection closed
	 */
	void admit(Map<String, Object> attributes);

	/**
	 * Counts a SEND of a transaction when it arrives; COMMIT does not count it again.
	 * @param attributes the attributes of the connection
	 * @param destination its destination
	 * @throws Refusal if the rate is exceeded
	 */
	void countSend(Map<String, Object> attributes, String destination);

}
