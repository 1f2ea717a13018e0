package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a subscription, or the report of its end. */
@SuppressWarnings("serial")
public final class SubscriptionFault extends Refusal {

	private SubscriptionFault(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	/** The connection already has a subscription with this id. */
	static SubscriptionFault exists() {
		return new SubscriptionFault(Kind.CONFLICT, "subscription.exists", Phrase.of("subscription.exists"));
	}

	/** The connection has no subscription with this id. */
	public static SubscriptionFault unknown() {
		return new SubscriptionFault(Kind.NOT_FOUND, "subscription.unknown", Phrase.of("subscription.unknown"));
	}

	/** The connection has the maximum number of subscriptions. */
	static SubscriptionFault tooMany(int limit) {
		return new SubscriptionFault(Kind.CONFLICT, "subscription.limit",
				Phrase.of("subscription.limit").with("max", limit));
	}

	/** There is no unacknowledged message with this id. */
	static SubscriptionFault unknownMessage() {
		return new SubscriptionFault(Kind.NOT_FOUND, "ack.unknown", Phrase.of("ack.unknown"));
	}

	/** The destination is a pattern that is too complex. */
	static SubscriptionFault pattern() {
		return new SubscriptionFault(Kind.INVALID, "destination.pattern",
				Phrase.of("destination.pattern").with("max", Patterns.MAX_WILDCARDS));
	}

	/** The right to the destination was withdrawn. */
	public static SubscriptionFault ended(String destination) {
		return new SubscriptionFault(Kind.FORBIDDEN, "subscription.ended",
				Phrase.of("subscription.ended").with("destination", destination));
	}

}
