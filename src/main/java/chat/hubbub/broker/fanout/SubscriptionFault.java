package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;

/** A subscription cannot begin, or has ended. */
@SuppressWarnings("serial")
public final class SubscriptionFault extends Refusal {

	private SubscriptionFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** The connection has one of that id. */
	static SubscriptionFault exists() {
		return new SubscriptionFault(Kind.CONFLICT, "subscription.exists",
				"This connection already has a subscription with this id.");
	}

	/** The connection has none of that id. */
	public static SubscriptionFault unknown() {
		return new SubscriptionFault(Kind.NOT_FOUND, "subscription.unknown",
				"This connection has no subscription with this id.");
	}

	/** The connection has as many as it may. */
	static SubscriptionFault tooMany(int limit) {
		return new SubscriptionFault(Kind.CONFLICT, "subscription.limit",
				"A connection may have at most " + limit + " subscriptions.");
	}

	/** An ACK or NACK is of no message that waits for one. */
	static SubscriptionFault unknownMessage() {
		return new SubscriptionFault(Kind.NOT_FOUND, "ack.unknown",
				"This connection has no message to acknowledge with this id.");
	}

	/** Its destination is a pattern that could cost too much. */
	static SubscriptionFault pattern() {
		return new SubscriptionFault(Kind.INVALID, "destination.pattern",
				"A destination may have at most " + Patterns.MAX_WILDCARDS + " wildcards (*, ** or ?) and no braces.");
	}

	/** Its right was withdrawn. */
	public static SubscriptionFault ended(String destination) {
		return new SubscriptionFault(Kind.FORBIDDEN, "subscription.ended",
				"The subscription to " + destination + " has ended: you may no longer read it.");
	}

}
