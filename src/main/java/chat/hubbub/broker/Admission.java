package chat.hubbub.broker;

import java.net.InetAddress;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;

/** Decides which connections may be opened. Thread-safe. */
public interface Admission {

	/**
	 * The session attribute with the client's {@link InetAddress}, as far as it is known.
	 */
	String ADDRESS = "hubbub.address";

	/**
	 * Asks early, before a connection costs anything; nothing is counted.
	 * @param address where the client is, or {@code null} if that is not known
	 * @throws Refusal if there is no room for a connection from there
	 */
	void ask(@Nullable InetAddress address);

	/**
	 * Counts a connection. It is gone when a DISCONNECT with the same attributes goes
	 * through the inbound channel, as one does at the end of every connection.
	 * @param attributes the session's, of which {@link #ADDRESS} may be one; safe for use
	 * by several threads
	 * @throws Refusal if there is no room; the connection is told and closed
	 */
	void admit(Map<String, Object> attributes);

	/**
	 * Counts a SEND of a transaction as it comes; at COMMIT it is not counted again.
	 * @param attributes the session's
	 * @param destination where it goes
	 * @throws Refusal if it is one too many
	 */
	void countSend(Map<String, Object> attributes, String destination);

}
