package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;

/** The refusal that ends a connection because of its memory. */
@SuppressWarnings("serial")
public final class BudgetFault extends Refusal {

	/** The prefix of these codes. */
	public static final String PREFIX = "budget.";

	private BudgetFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** The connection exceeds its own budget. */
	static BudgetFault connection(long kilobytes) {
		return new BudgetFault(Kind.TOO_MANY, PREFIX + "connection",
				"This connection takes more than " + kilobytes + " KiB of the server's memory.");
	}

	/** The server is short of memory. */
	public static BudgetFault server() {
		return new BudgetFault(Kind.UNAVAILABLE, PREFIX + "server", "The server is short of memory, and this"
				+ " connection is one of those that use most of it. Connect again and SUBSCRIBE with since to resume.");
	}

}
