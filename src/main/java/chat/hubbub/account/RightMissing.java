package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** Something that this person may not do. */
@SuppressWarnings("serial")
public final class RightMissing extends Refusal {

	/** Refuses somebody who is known. */
	public RightMissing() {
		super(Kind.FORBIDDEN, "right.missing", "You may not do that.");
	}

}
