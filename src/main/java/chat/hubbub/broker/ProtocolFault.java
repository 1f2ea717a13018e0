package chat.hubbub.broker;

import chat.hubbub.refusal.Refusal;

/** A frame that breaks the rules of STOMP or of the destinations. */
@SuppressWarnings("serial")
final class ProtocolFault extends Refusal {

	private ProtocolFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	static ProtocolFault serverCommand(Object command) {
		return new ProtocolFault(Kind.INVALID, "frame.command",
				"The command " + command + " is the server's; a client may not send it.");
	}

	static ProtocolFault malformed() {
		return new ProtocolFault(Kind.INVALID, "frame.malformed", "This is not a STOMP frame.");
	}

	static ProtocolFault tooLarge() {
		return new ProtocolFault(Kind.INVALID, "frame.too-large",
				"A frame has at most " + BrokerConfiguration.FRAME_LIMIT.toKilobytes() + " KiB.");
	}

	static ProtocolFault outOfTurn() {
		return new ProtocolFault(Kind.INVALID, "frame.out-of-turn",
				"A connection begins with one CONNECT frame, and no other frame comes before it.");
	}

	static ProtocolFault forbiddenDestination() {
		return new ProtocolFault(Kind.FORBIDDEN, "destination.forbidden",
				"Clients send to /app/... and subscribe to /topic/..., /app/... or /user/queue/...");
	}

	static ProtocolFault unknownDestination() {
		return new ProtocolFault(Kind.NOT_FOUND, "destination.unknown", "Nothing takes what is sent there.");
	}

	static ProtocolFault versionMismatch() {
		return new ProtocolFault(Kind.INVALID, "connect.version", "This server speaks STOMP 1.2, 1.1 and 1.0.");
	}

}
