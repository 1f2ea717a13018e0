package chat.hubbub.unread;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a body that is not a mark or a preference. */
@SuppressWarnings("serial")
final class IllFormedMark extends Refusal {

	IllFormedMark(String example) {
		super(Kind.INVALID, "body.malformed", Phrase.of("body.malformed").with("example", example));
	}

}
