package chat.hubbub.broker.connection;

import chat.hubbub.refusal.Refusal;

/** The refusal of a frame that does not fit the open transactions. */
@SuppressWarnings("serial")
final class TransactionFault extends Refusal {

	private TransactionFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** There is no open transaction with this name. */
	static TransactionFault unknown() {
		return new TransactionFault(Kind.NOT_FOUND, "transaction.unknown",
				"This connection has no open transaction with this name.");
	}

	/** There is an open transaction with this name. */
	static TransactionFault exists() {
		return new TransactionFault(Kind.CONFLICT, "transaction.exists",
				"This connection already has an open transaction with this name.");
	}

	/** The limit of transactions or of their frames is reached. */
	static TransactionFault limit() {
		return new TransactionFault(Kind.CONFLICT, "transaction.limit", "A connection may have at most "
				+ Transactions.MAX_OPEN + " open transactions of at most " + Transactions.MAX_FRAMES + " frames each.");
	}

	/** A frame of the transaction was refused. */
	static TransactionFault refused() {
		return new TransactionFault(Kind.CONFLICT, "transaction.refused",
				"A frame of this transaction was refused, so the transaction was not stored.");
	}

}
