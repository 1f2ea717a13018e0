package chat.hubbub.broker.connection;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a frame that does not fit the open transactions. */
@SuppressWarnings("serial")
final class TransactionFault extends Refusal {

	private TransactionFault(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	/** There is no open transaction with this name. */
	static TransactionFault unknown() {
		return new TransactionFault(Kind.NOT_FOUND, "transaction.unknown", Phrase.of("transaction.unknown"));
	}

	/** There is an open transaction with this name. */
	static TransactionFault exists() {
		return new TransactionFault(Kind.CONFLICT, "transaction.exists", Phrase.of("transaction.exists"));
	}

	/** The limit of transactions or of their frames is reached. */
	static TransactionFault limit() {
		return new TransactionFault(Kind.CONFLICT, "transaction.limit",
				Phrase.of("transaction.limit")
					.with("transactions", Transactions.MAX_OPEN)
					.with("frames", Transactions.MAX_FRAMES));
	}

	/** A frame of the transaction was refused. */
	static TransactionFault refused() {
		return new TransactionFault(Kind.CONFLICT, "transaction.refused", Phrase.of("transaction.refused"));
	}

}
