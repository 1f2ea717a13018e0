package chat.hubbub.broker;

import java.util.stream.Stream;

/**
 * A frame that is refused.
 *
 * @param name a description of its fault
 * @param code the code of the refusal
 * @param command the frame's command
 * @param body the frame's body
 * @param headers the frame's headers, each {@code name:value}
 */
record RefusedFrame(String name, String code, String command, String body, String... headers) {

	private static final String HELLO = "{\"text\":\"Hello\"}";

	static Stream<RefusedFrame> all() {
		return Stream.concat(refusals(), breaches());
	}

	/** Frames that STOMP allows and the server does not. */
	static Stream<RefusedFrame> refusals() {
		return Stream.of(sends(), disguises(), subscriptions()).flatMap((frames) -> frames);
	}

	/** Frames that STOMP does not allow: a client that sends them is broken. */
	static Stream<RefusedFrame> breaches() {
		return Stream.of(send("SEND to no destination", "frame.header", HELLO, ""),
				new RefusedFrame("SEND without a destination", "frame.header", "SEND", HELLO),
				subscribe("nothing", "frame.header", ""),
				new RefusedFrame("SUBSCRIBE without an id", "frame.header", "SUBSCRIBE", "", "destination:/topic/chat"),
				new RefusedFrame("no command of STOMP", "frame.command", "HELLO", ""),
				new RefusedFrame("MESSAGE to a topic", "frame.command", "MESSAGE", HELLO, "destination:/topic/chat"),
				new RefusedFrame("MESSAGE as the broker sends it", "frame.command", "MESSAGE", HELLO,
						"destination:/topic/chat", "subscription:1", "message-id:1"),
				new RefusedFrame("MESSAGE to a user", "frame.command", "MESSAGE", HELLO,
						"destination:/user/grace/queue/errors"),
				new RefusedFrame("RECEIPT", "frame.command", "RECEIPT", "", "receipt-id:1"),
				new RefusedFrame("ERROR", "frame.command", "ERROR", "", "message:Boo"));
	}

	private static Stream<RefusedFrame> sends() {
		return Stream.of(send("unknown topic", "topic.unknown", HELLO, "/app/chat.nowhere"),
				send("bad topic name", "topic.ill-formed", HELLO, "/app/chat.No where"),
				send("no topic name", "topic.ill-formed", HELLO, "/app/chat."),
				send("not JSON", "body.malformed", "Hello", "/app/chat"),
				send("JSON without a text", "body.malformed", "{\"id\":\"1\"}", "/app/chat"),
				send("no body", "body.malformed", "", "/app/chat"),
				send("empty text", "text.empty", "{\"text\":\"\"}", "/app/chat"),
				send("blank text", "text.empty", "{\"text\":\" \\n\\t\"}", "/app/chat"),
				send("long text", "text.too-long", "{\"text\":\"" + "a".repeat(20_001) + "\"}", "/app/chat"),
				send("long text outside the basic plane", "text.too-long", "{\"text\":\"" + "👋".repeat(20_001) + "\"}",
						"/app/chat"),
				send("U+0000", "text.ill-formed", "{\"text\":\"a\\u0000\"}", "/app/chat"),
				send("half a surrogate pair", "text.ill-formed", "{\"text\":\"a\\ud83d\"}", "/app/chat"),
				send("ill-formed id", "id.ill-formed", "{\"text\":\"Hello\",\"id\":\"a b\"}", "/app/chat"),
				send("unknown destination", "destination.unknown", HELLO, "/app/nowhere"));
	}

	private static Stream<RefusedFrame> disguises() {
		return Stream.of(send("SEND to the lobby", "destination.forbidden", HELLO, "/topic/chat"),
				send("SEND to a queue", "destination.forbidden", HELLO, "/queue/x"),
				send("SEND to a user", "destination.forbidden", HELLO, "/user/grace/queue/errors"));
	}

	private static Stream<RefusedFrame> subscriptions() {
		return Stream.of(subscribe("unknown topic to hear", "topic.unknown", "/topic/chat.nowhere"),
				subscribe("bad topic name to hear", "topic.ill-formed", "/topic/chat.No where"),
				subscribe("a pattern of topics", "topic.ill-formed", "/topic/chat.*"),
				subscribe("the queue of a session", "destination.forbidden", "/queue/errors-user1"),
				subscribe("another's queue", "destination.forbidden", "/user/grace/queue/errors"),
				subscribe("everything", "destination.forbidden", "/**"));
	}

	private static RefusedFrame send(String name, String code, String body, String destination) {
		return new RefusedFrame(name, code, "SEND", body, "destination:" + destination);
	}

	private static RefusedFrame subscribe(String name, String code, String destination) {
		return new RefusedFrame(name, code, "SUBSCRIBE", "", "id:1", "destination:" + destination);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
