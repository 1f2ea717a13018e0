package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** Something that this person may not do. */
@SuppressWarnings("serial")
public final class RightMissing extends Refusal {

	/** Refuses somebody who is known. */
	public RightMissing() {
		this("You may not do that.");
	}

	/**
	 * Refuses somebody who is known, in other words.
	 * @param sentence one sentence for people
	 */
	public RightMissing(String sentence) {
		super(Kind.FORBIDDEN, "right.missing", sentence);
	}

}
