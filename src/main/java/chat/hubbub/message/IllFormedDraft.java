package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/**
 * The refusal of a draft that breaks the rules of {@link Draft}, or of a malformed body.
 */
@SuppressWarnings("serial")
public final class IllFormedDraft extends Refusal {

	private IllFormedDraft(String code, String sentence) {
		super(Kind.INVALID, code, sentence);
	}

	static IllFormedDraft emptyText() {
		return new IllFormedDraft("text.empty", "A text must not be blank.");
	}

	static IllFormedDraft longText(int greatest) {
		return new IllFormedDraft("text.too-long", "A text may have at most " + greatest + " characters.");
	}

	static IllFormedDraft brokenText() {
		return new IllFormedDraft("text.ill-formed",
				"The text contains half a surrogate pair, which is not a valid character.");
	}

	static IllFormedDraft id() {
		return new IllFormedDraft("id.ill-formed", "An id has 1 to 64 printable ASCII characters without blanks.");
	}

	static IllFormedDraft body(String example) {
		return new IllFormedDraft("body.malformed", "The body must be UTF-8: JSON like " + example + ".");
	}

}
