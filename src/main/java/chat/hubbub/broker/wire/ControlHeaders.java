package chat.hubbub.broker.wire;

import java.util.Set;

import chat.hubbub.broker.fanout.Resume;

/** The headers that the protocol uses and never passes on. */
final class ControlHeaders {

	private static final Set<Object> NAMES = Set.of("destination", "content-type", "content-length", "subscription",
			"message-id", "ack", "id", "receipt", "receipt-id", "transaction", "login", "passcode", "host",
			"accept-version", "heart-beat", "since", "last", "seq", "user-name", "session", Resume.HEADER,
			Resume.EPOCH);

	private ControlHeaders() {
	}

	static boolean contains(Object name) {
		return NAMES.contains(name);
	}

}
