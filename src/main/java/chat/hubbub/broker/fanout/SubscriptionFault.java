package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;

/** The refusal of a subscription, or the report of its end. */
@SuppressWarnings("serial")
public final class SubscriptionFault extends Refusal {

	private SubscriptionFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** The connection already has a subscription with this id. */
	static SubscriptionFault exists() {
		return new SubscriptionFault(Kind.CONFLICT, "subscription.exists",
				"This connection already has a subscription with this id.");
	}

	/** The connection has no subscription with this id. */
	public static SubscriptionFault unknown() {
		return new SubscriptionFault(Kind.NOT_FOUND, "subscription.unknown",
				"This connection has no subscription with this id.");
	}

	/** The connection has the maximum number of subscriptions. */
	static SubscriptionFault tooMany(int limit) {
		return new SubscriptionFault(Kind.CONFLICT, "subscription.limit",
				"A connection may have at most " + limit + " subscriptions.");
	}

	/** There is no unacknowledged message with this id. */
	static SubscriptionFault unknownMessage() {
		return new SubscriptionFault(Kind.NOT_FOUND, "ack.unknown",
				"This connection has no message to acknowledge with this id.");
	}

	/** The destination is a pattern that is too complex. */
	static SubscriptionFault pattern() {
		return new SubscriptionFault(Kind.INVALID, "destination.pattern",
				"A destination may have at most " + Patterns.MAX_WILDCARDS + " wildcards (*, ** or ?) and no braces.");
	}

	/** The right to the destination was withdrawn. */
	public static SubscriptionFault ended(String destination) {
		return new SubscriptionFault(Kind.FORBIDDEN, "subscription.ended",
				"The subscription to " + destination + " has ended: you may no longer read it.");
	}

}
