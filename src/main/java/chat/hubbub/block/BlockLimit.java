package chat.hubbub.block;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal to block one more person. */
@SuppressWarnings("serial")
final class BlockLimit extends Refusal {

	BlockLimit() {
		super(Kind.TOO_MANY, "block.limit", Phrase.of("block.limit").with("most", Blocks.MAX_BLOCKED));
	}

}
