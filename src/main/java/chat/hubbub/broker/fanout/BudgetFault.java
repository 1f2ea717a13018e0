package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal that ends a connection because of its memory. */
@SuppressWarnings("serial")
public final class BudgetFault extends Refusal {

	/** The prefix of these codes. */
	public static final String PREFIX = "budget.";

	private BudgetFault(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	/** The connection exceeds its own budget. */
	static BudgetFault connection(long kilobytes) {
		return new BudgetFault(Kind.TOO_MANY, PREFIX + "connection",
				Phrase.of("budget.connection").with("kilobytes", kilobytes));
	}

	/** The server is short of memory. */
	public static BudgetFault server() {
		return new BudgetFault(Kind.UNAVAILABLE, PREFIX + "server", Phrase.of("budget.server"));
	}

}
