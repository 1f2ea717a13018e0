package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * The refusal of a draft that breaks the rules of {@link Draft}, or of a malformed body.
 */
@SuppressWarnings("serial")
public final class IllFormedDraft extends Refusal {

	private IllFormedDraft(String code, Phrase sentence) {
		super(Kind.INVALID, code, sentence);
	}

	static IllFormedDraft emptyText() {
		return new IllFormedDraft("text.empty", Phrase.of("text.empty"));
	}

	static IllFormedDraft longText(int greatest) {
		return new IllFormedDraft("text.too-long", Phrase.of("text.too-long").with("max", greatest));
	}

	static IllFormedDraft manyFiles(int greatest) {
		return new IllFormedDraft("files.too-many", Phrase.of("attachment.too-many").with("max", greatest));
	}

	static IllFormedDraft brokenText() {
		return new IllFormedDraft("text.ill-formed", Phrase.of("text.ill-formed"));
	}

	static IllFormedDraft id() {
		return new IllFormedDraft("id.ill-formed", Phrase.of("id.ill-formed"));
	}

	static IllFormedDraft body(String example) {
		return new IllFormedDraft("body.malformed", Phrase.of("body.malformed").with("example", example));
	}

}
