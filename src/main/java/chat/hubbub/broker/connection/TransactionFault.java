package chat.hubbub.broker.connection;

import chat.hubbub.refusal.Refusal;

/** A frame does not fit the transactions that are open. */
@SuppressWarnings("serial")
final class TransactionFault extends Refusal {

	private TransactionFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** None of that name is open. */
	static TransactionFault unknown() {
		return new TransactionFault(Kind.NOT_FOUND, "transaction.unknown",
				"This connection has no open transaction with this name.");
	}

	/** One of that name is open. */
	static TransactionFault exists() {
		return new TransactionFault(Kind.CONFLICT, "transaction.exists",
				"This connection already has an open transaction with this name.");
	}

	/** There are as many, or as many frames in it, as there may be. */
	static TransactionFault limit() {
		return new TransactionFault(Kind.CONFLICT, "transaction.limit", "A connection may have at most "
				+ Transactions.MAX_OPEN + " open transactions of at most " + Transactions.MAX_FRAMES + " frames each.");
	}

	/** A frame of it was refused. */
	static TransactionFault refused() {
		return new TransactionFault(Kind.CONFLICT, "transaction.refused",
				"A frame of this transaction was refused, so the transaction was not stored.");
	}

}
