package chat.hubbub.broker.spring;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.bus.Fact;

/**
 * A developer's message to all connections of a user, also to those on other nodes.
 *
 * @param origin the node that has sent it, and has delivered it to its own connections
 * @param destination the destination with the name of the user
 * @param headers the headers that the user receives
 * @param contentType the type of the body
 * @param body the body
 */
record ToUser(String origin, String destination, Map<String, String> headers, @Nullable String contentType,
		byte[] body) implements Fact {

}
