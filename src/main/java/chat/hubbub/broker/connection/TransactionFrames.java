package chat.hubbub.broker.connection;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.StompFrame;

/**
 * Handles a client's transactions: BEGIN, COMMIT, ABORT and the frames in between (STOMP
 * 1.2, BEGIN). For one thread at a time.
 */
final class TransactionFrames {

	private static final String TRANSACTION = "transaction";

	private final Connection connection;

	private final Predicate<StompFrame> handler;

	private @Nullable Transactions open;

	/**
	 * No transaction yet.
	 * @param connection the connection
	 * @param handler handles a frame when its transaction is committed, and returns
	 * whether it was accepted
	 */
	TransactionFrames(Connection connection, Predicate<StompFrame> handler) {
		this.connection = connection;
		this.handler = handler;
	}

	/**
	 * Keeps a frame until its transaction is committed, if it belongs to one. Its RECEIPT
	 * is sent now, because some clients wait for it before they send COMMIT.
	 */
	boolean defer(StompFrame frame) {
		String transaction = frame.headers().remove(TRANSACTION);
		if (transaction == null) {
			return false;
		}
		keep(transaction, frame);
		return true;
	}

	/**
	 * A SEND counts when it arrives. If it is refused, its transaction can no longer be
	 * committed.
	 */
	private void keep(String transaction, StompFrame frame) {
		if (open().isSpoiled(transaction)) {
			answer(frame, TransactionFault.refused());
			return;
		}
		this.connection.budget().keep(frame.bytes());
		open().add(transaction, frame);
		try {
			if (frame.command().equals("SEND")) {
				this.connection.countSend(frame.require("destination"));
			}
			this.connection.output().receipt(frame);
		}
		catch (Refusal refusal) {
			release(open().spoil(transaction));
			answer(frame, refusal);
		}
	}

	private List<StompFrame> end(StompFrame frame) {
		List<StompFrame> frames = open().end(frame.require(TRANSACTION));
		release(frames);
		return frames;
	}

	private void release(List<StompFrame> frames) {
		this.connection.budget().release(frames.stream().mapToLong(StompFrame::bytes).sum());
	}

	void begin(StompFrame frame) {
		open().begin(frame.require(TRANSACTION));
		this.connection.output().receipt(frame);
	}

	void abort(StompFrame frame) {
		end(frame);
		this.connection.output().receipt(frame);
	}

	/** Stores the transaction in one commit, all or nothing. */
	void commit(StompFrame frame) {
		boolean whole = !open().isSpoiled(frame.require(TRANSACTION));
		List<StompFrame> frames = end(frame);
		Batch.ofTransaction(() -> whole && frames.stream().allMatch(this.handler))
			.ifPresentOrElse(
					(stored) -> this.connection.workOn(stored.whenComplete((result, fault) -> answer(frame, fault))),
					() -> answer(frame, TransactionFault.refused()));
	}

	private void answer(StompFrame frame, @Nullable Throwable fault) {
		if (fault != null) {
			this.connection.refuse(Fault.of(fault, frame.header(StompFrame.RECEIPT)));
		}
		else {
			this.connection.output().receipt(frame);
		}
	}

	private Transactions open() {
		if (this.open == null) {
			this.open = new Transactions();
		}
		return this.open;
	}

}
