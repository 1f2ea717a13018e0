package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of an act for lack of a right. */
@SuppressWarnings("serial")
public final class RightMissing extends Refusal {

	/** Refuses with a general sentence. */
	public RightMissing() {
		this(Phrase.of("right.missing"));
	}

	/**
	 * Refuses with a sentence of its own.
	 * @param sentence one sentence for people
	 */
	public RightMissing(Phrase sentence) {
		super(Kind.FORBIDDEN, "right.missing", sentence);
	}

}
