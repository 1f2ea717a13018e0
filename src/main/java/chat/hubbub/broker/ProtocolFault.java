package chat.hubbub.broker;

import chat.hubbub.refusal.Refusal;

/** A frame that breaks the rules of STOMP or of the destinations. */
@SuppressWarnings("serial")
final class ProtocolFault extends Refusal {

	/** How the codes begin of what a connection does not survive. */
	static final String BUDGET = "budget.";

	private ProtocolFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	static ProtocolFault serverCommand(String command) {
		return new ProtocolFault(Kind.INVALID, "frame.command",
				"The command " + command + " is the server's; a client may not send it.");
	}

	static ProtocolFault unknownCommand() {
		return new ProtocolFault(Kind.INVALID, "frame.command", "This is no command of STOMP.");
	}

	static ProtocolFault malformed(String how) {
		return new ProtocolFault(Kind.INVALID, "frame.malformed", "This is not a STOMP frame. " + how);
	}

	static ProtocolFault undefinedEscape() {
		return malformed("A header has an escape that this version of STOMP does not define.");
	}

	static ProtocolFault contentLength() {
		return malformed("Its content-length is not the length of its body.");
	}

	static ProtocolFault missingHeader(String command, String header) {
		return new ProtocolFault(Kind.INVALID, "frame.header", "A " + command + " needs the header " + header + ".");
	}

	static ProtocolFault badHeader(String header, String rule) {
		return new ProtocolFault(Kind.INVALID, "frame.header", "The header " + header + " " + rule + ".");
	}

	static ProtocolFault tooManyCustomHeaders() {
		return tooLarge("It has more than " + CustomHeaders.MAX_HEADERS + " headers of its own, or more than "
				+ CustomHeaders.MAX_CHARACTERS + " characters in them.");
	}

	static ProtocolFault customHeaderName() {
		return new ProtocolFault(Kind.INVALID, "frame.header",
				"The name of a header of one's own is of letters, digits, dots, hyphens and underscores.");
	}

	static ProtocolFault tooLarge(String how) {
		return new ProtocolFault(Kind.INVALID, "frame.too-large", "This frame is too large. " + how);
	}

	static ProtocolFault largeBody() {
		return tooLarge("Its body has more than " + StompDecoder.MAX_BODY_BYTES / 1024 + " KiB.");
	}

	static ProtocolFault tooMuchBeforeConnected() {
		return tooLarge("More than " + Held.MAX_BYTES / 1024 + " KiB came before CONNECTED was sent.");
	}

	static ProtocolFault outOfTurn() {
		return new ProtocolFault(Kind.INVALID, "frame.out-of-turn",
				"A connection begins with one CONNECT frame, and no other frame comes before it.");
	}

	static ProtocolFault version() {
		return new ProtocolFault(Kind.INVALID, "connect.version",
				"This server speaks the versions " + StompVersion.ALL + ", and this client none of them.");
	}

	static ProtocolFault duplicateSubscription() {
		return new ProtocolFault(Kind.CONFLICT, "subscription.exists",
				"This connection has a subscription of that id already.");
	}

	static ProtocolFault notStored() {
		return new ProtocolFault(Kind.INVALID, "frame.header",
				"What is sent there is not stored, so a subscription cannot ask for since or last.");
	}

	static ProtocolFault unknownSubscription() {
		return new ProtocolFault(Kind.NOT_FOUND, "subscription.unknown",
				"This connection has no subscription of that id.");
	}

	static ProtocolFault tooManySubscriptions(int limit) {
		return new ProtocolFault(Kind.CONFLICT, "subscription.limit",
				"A connection has at most " + limit + " subscriptions.");
	}

	static ProtocolFault unknownMessage() {
		return new ProtocolFault(Kind.NOT_FOUND, "ack.unknown",
				"There is no message to acknowledge under that id on this connection.");
	}

	static ProtocolFault unknownTransaction() {
		return new ProtocolFault(Kind.NOT_FOUND, "transaction.unknown",
				"This connection has no transaction of that name.");
	}

	static ProtocolFault transactionExists() {
		return new ProtocolFault(Kind.CONFLICT, "transaction.exists",
				"This connection has a transaction of that name already.");
	}

	static ProtocolFault transactionLimit() {
		return new ProtocolFault(Kind.CONFLICT, "transaction.limit", "A connection has at most " + Transactions.MAX_OPEN
				+ " transactions, of at most " + Transactions.MAX_FRAMES + " frames each.");
	}

	static ProtocolFault refusedTransaction() {
		return new ProtocolFault(Kind.CONFLICT, "transaction.refused",
				"A frame of the transaction was refused, so nothing of it was stored.");
	}

	static ProtocolFault pattern() {
		return new ProtocolFault(Kind.INVALID, "destination.pattern",
				"A destination has at most " + Patterns.MAX_WILDCARDS + " wildcards (*, ** or ?) and no braces.");
	}

	static ProtocolFault unknownDestination() {
		return new ProtocolFault(Kind.NOT_FOUND, "destination.unknown", "Nothing takes what is sent there.");
	}

	static ProtocolFault endedSubscription(String destination) {
		return new ProtocolFault(Kind.FORBIDDEN, "subscription.ended",
				"The subscription to " + destination + " has ended: you may no longer read there.");
	}

	static ProtocolFault slowReader() {
		return new ProtocolFault(Kind.UNAVAILABLE, "reader.slow",
				"This connection does not read what is sent to it. Connect again and SUBSCRIBE with since to resume.");
	}

	static ProtocolFault connectionBudget(long kilobytes) {
		return new ProtocolFault(Kind.TOO_MANY, BUDGET + "connection",
				"This connection makes the server keep more than " + kilobytes + " KiB.");
	}

	static ProtocolFault serverBudget() {
		return new ProtocolFault(Kind.UNAVAILABLE, BUDGET + "server", "The server is short of memory, and this"
				+ " connection is among those that hold most. Connect again and SUBSCRIBE with since to resume.");
	}

	static ProtocolFault silent() {
		return new ProtocolFault(Kind.UNAVAILABLE, "heart-beat.missing",
				"Neither a frame nor a heart-beat has come for too long.");
	}

	static ProtocolFault noConnect() {
		return new ProtocolFault(Kind.UNAVAILABLE, "connect.missing", "No CONNECT frame has come for too long.");
	}

	static ProtocolFault goingAway() {
		return new ProtocolFault(Kind.UNAVAILABLE, "server.stopping",
				"The server is stopping. Connect again and SUBSCRIBE with since to resume.");
	}

}
