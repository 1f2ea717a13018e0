package chat.hubbub.broker;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What a client does with transactions: BEGIN, COMMIT, ABORT, and the frames between them
 * (STOMP 1.2, BEGIN). For one thread at a time.
 */
final class TransactionFrames {

	private static final String TRANSACTION = "transaction";

	private final Session session;

	private final Predicate<StompFrame> handler;

	private @Nullable Transactions open;

	/**
	 * No transaction yet.
	 * @param session whose they are
	 * @param handler handles a frame when its transaction is committed, and returns
	 * whether it was taken
	 */
	TransactionFrames(Session session, Predicate<StompFrame> handler) {
		this.session = session;
		this.handler = handler;
	}

	/**
	 * Keeps a frame until its transaction is committed, if it belongs to one. Its RECEIPT
	 * says no more than that: clients wait for it before they send COMMIT.
	 */
	boolean defer(StompFrame frame) {
		String transaction = frame.headers().remove(TRANSACTION);
		if (transaction == null) {
			return false;
		}
		open().add(transaction, frame);
		this.session.receipt(frame);
		return true;
	}

	void begin(StompFrame frame) {
		open().begin(frame.require(TRANSACTION));
		this.session.receipt(frame);
	}

	void abort(StompFrame frame) {
		open().end(frame.require(TRANSACTION));
		this.session.receipt(frame);
	}

	/** All of the transaction is stored in one commit, or nothing of it. */
	void commit(StompFrame frame) {
		UnitOfWork work = new UnitOfWork();
		boolean taken = work.run(() -> open().end(frame.require(TRANSACTION)).stream().allMatch(this.handler));
		if (!taken) {
			answer(frame, ProtocolFault.refusedTransaction());
			return;
		}
		work.commit();
		this.session.workOn(work.done().whenComplete((result, fault) -> answer(frame, fault)));
	}

	private void answer(StompFrame frame, @Nullable Throwable fault) {
		if (fault != null) {
			this.session.refuse(Fault.of(fault, frame.header(StompFrame.RECEIPT)));
		}
		else {
			this.session.receipt(frame);
		}
	}

	private Transactions open() {
		if (this.open == null) {
			this.open = new Transactions();
		}
		return this.open;
	}

}
