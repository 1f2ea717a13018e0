package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * The refusal of invalid parameters of the history.
 */
@SuppressWarnings("serial")
public final class IllFormedPage extends Refusal {

	private IllFormedPage(Phrase sentence) {
		super(Kind.INVALID, "page.ill-formed", sentence);
	}

	static IllFormedPage severalWays() {
		return new IllFormedPage(Phrase.of("page.ways"));
	}

	static IllFormedPage time() {
		return new IllFormedPage(Phrase.of("page.time"));
	}

	static IllFormedPage parameter(String name, long min, long max) {
		Phrase rule = (max == Long.MAX_VALUE) ? Phrase.of("page.least") : Phrase.of("page.range");
		return new IllFormedPage(rule.with("name", name).with("min", min).with("max", max));
	}

}
