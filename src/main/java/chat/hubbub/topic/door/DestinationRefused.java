package chat.hubbub.topic.door;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a destination that a client may not use. */
@SuppressWarnings("serial")
final class DestinationRefused extends Refusal {

	private DestinationRefused(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	static DestinationRefused forbidden() {
		return new DestinationRefused(Kind.FORBIDDEN, "destination.forbidden", Phrase.of("destination.forbidden"));
	}

	static DestinationRefused pattern() {
		return new DestinationRefused(Kind.INVALID, "destination.pattern", Phrase.of("destination.by-name"));
	}

}
