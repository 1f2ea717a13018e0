package chat.hubbub.broker;

import chat.hubbub.refusal.Refusal;

/** A frame that breaks the rules of the broker or of the destinations. */
@SuppressWarnings("serial")
final class ProtocolFault extends Refusal {

	/** The prefix of the codes that end a connection. */
	static final String BUDGET = "budget.";

	private ProtocolFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	static ProtocolFault customHeaderName() {
		return new ProtocolFault(Kind.INVALID, "frame.header",
				"The name of a custom header may contain only letters, digits, dots, hyphens and underscores.");
	}

	static ProtocolFault outOfTurn() {
		return new ProtocolFault(Kind.INVALID, "frame.out-of-turn",
				"A connection must begin with a CONNECT frame and may have only one.");
	}

	static ProtocolFault duplicateSubscription() {
		return new ProtocolFault(Kind.CONFLICT, "subscription.exists",
				"This connection already has a subscription with this id.");
	}

	static ProtocolFault notStored() {
		return new ProtocolFault(Kind.INVALID, "frame.header",
				"Messages to this destination are not stored, so since and last are not allowed.");
	}

	static ProtocolFault unknownSubscription() {
		return new ProtocolFault(Kind.NOT_FOUND, "subscription.unknown",
				"This connection has no subscription with this id.");
	}

	static ProtocolFault tooManySubscriptions(int limit) {
		return new ProtocolFault(Kind.CONFLICT, "subscription.limit",
				"A connection may have at most " + limit + " subscriptions.");
	}

	static ProtocolFault unknownMessage() {
		return new ProtocolFault(Kind.NOT_FOUND, "ack.unknown",
				"This connection has no message to acknowledge with this id.");
	}

	static ProtocolFault unknownTransaction() {
		return new ProtocolFault(Kind.NOT_FOUND, "transaction.unknown",
				"This connection has no open transaction with this name.");
	}

	static ProtocolFault transactionExists() {
		return new ProtocolFault(Kind.CONFLICT, "transaction.exists",
				"This connection already has an open transaction with this name.");
	}

	static ProtocolFault transactionLimit() {
		return new ProtocolFault(Kind.CONFLICT, "transaction.limit", "A connection may have at most "
				+ Transactions.MAX_OPEN + " open transactions of at most " + Transactions.MAX_FRAMES + " frames each.");
	}

	static ProtocolFault refusedTransaction() {
		return new ProtocolFault(Kind.CONFLICT, "transaction.refused",
				"A frame of this transaction was refused, so the transaction was not stored.");
	}

	static ProtocolFault pattern() {
		return new ProtocolFault(Kind.INVALID, "destination.pattern",
				"A destination may have at most " + Patterns.MAX_WILDCARDS + " wildcards (*, ** or ?) and no braces.");
	}

	static ProtocolFault unknownDestination() {
		return new ProtocolFault(Kind.NOT_FOUND, "destination.unknown", "There is no handler for this destination.");
	}

	static ProtocolFault endedSubscription(String destination) {
		return new ProtocolFault(Kind.FORBIDDEN, "subscription.ended",
				"The subscription to " + destination + " has ended: you may no longer read it.");
	}

	static ProtocolFault slowReader() {
		return new ProtocolFault(Kind.UNAVAILABLE, "reader.slow",
				"The client reads its messages too slowly. Connect again and SUBSCRIBE with since to resume.");
	}

	static ProtocolFault connectionBudget(long kilobytes) {
		return new ProtocolFault(Kind.TOO_MANY, BUDGET + "connection",
				"This connection takes more than " + kilobytes + " KiB of the server's memory.");
	}

	static ProtocolFault serverBudget() {
		return new ProtocolFault(Kind.UNAVAILABLE, BUDGET + "server", "The server is short of memory, and this"
				+ " connection is one of those that use most of it. Connect again and SUBSCRIBE with since to resume.");
	}

	static ProtocolFault silent() {
		return new ProtocolFault(Kind.UNAVAILABLE, "heart-beat.missing",
				"The client has sent neither a frame nor a heart-beat for too long.");
	}

	static ProtocolFault noConnect() {
		return new ProtocolFault(Kind.UNAVAILABLE, "connect.missing", "The client did not send CONNECT in time.");
	}

	static ProtocolFault goingAway() {
		return new ProtocolFault(Kind.UNAVAILABLE, "server.stopping",
				"The server is stopping. Connect again and SUBSCRIBE with since to resume.");
	}

}
