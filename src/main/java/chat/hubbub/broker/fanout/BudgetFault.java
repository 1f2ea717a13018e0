package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;

/** A connection takes more memory than it may. */
@SuppressWarnings("serial")
public final class BudgetFault extends Refusal {

	/** The prefix of the codes, which end a connection. */
	public static final String PREFIX = "budget.";

	private BudgetFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** More than one connection may take. */
	static BudgetFault connection(long kilobytes) {
		return new BudgetFault(Kind.TOO_MANY, PREFIX + "connection",
				"This connection takes more than " + kilobytes + " KiB of the server's memory.");
	}

	/** More than the server has left. */
	public static BudgetFault server() {
		return new BudgetFault(Kind.UNAVAILABLE, PREFIX + "server", "The server is short of memory, and this"
				+ " connection is one of those that use most of it. Connect again and SUBSCRIBE with since to resume.");
	}

}
