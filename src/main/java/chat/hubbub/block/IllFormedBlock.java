package chat.hubbub.block;

import chat.hubbub.refusal.Refusal;

/** The refusal to block oneself. */
@SuppressWarnings("serial")
final class IllFormedBlock extends Refusal {

	IllFormedBlock() {
		super(Kind.INVALID, "block.ill-formed");
	}

}
