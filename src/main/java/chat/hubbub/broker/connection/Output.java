package chat.hubbub.broker.connection;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.fanout.ConnectionBudget;
import chat.hubbub.broker.fanout.LargeAct;
import chat.hubbub.broker.fanout.Outbox;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Voice;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.StompFrame;
import chat.hubbub.words.Language;
import chat.hubbub.words.Phrase;

/**
 * The output to one client in its wire format, which the thread of the connection's shard
 * writes. Thread-safe, except {@link #outbox} and {@link #showLife}, which are for that
 * thread.
 */
public final class Output implements Voice {

	private final Shard shard;

	private final Outbox outbox;

	private volatile Wire wire;

	private volatile Language language;

	Output(Shard shard, Link link, Wire wire, Language language, ConnectionBudget budget) {
		this.shard = shard;
		this.wire = wire;
		this.language = language;
		this.outbox = new Outbox(shard, link, this, budget);
	}

	@Override
	public Wire wire() {
		return this.wire;
	}

	/** Uses another wire format from now on. */
	void speak(Wire wire) {
		this.wire = wire;
	}

	@Override
	public Language language() {
		return this.language;
	}

	/** Refuses in another language from now on. */
	void speak(Language language) {
		this.language = language;
	}

	/** Queues output after all broadcasts queued before it; {@code null} does nothing. */
	public void send(@Nullable Chunk chunk) {
		if (chunk != null) {
			Batch.mayWait(() -> this.shard.submit(LargeAct.of(() -> this.outbox.offer(chunk), chunk.length())));
		}
	}

	/** Sends the RECEIPT that a frame asks for. */
	void receipt(StompFrame frame) {
		String receipt = frame.header(StompFrame.RECEIPT);
		if (receipt != null) {
			send(this.wire.receipt(receipt));
		}
	}

	/** Writes the pending output, then closes with a reason. */
	void close(int code, Phrase reason) {
		close(null, code, reason.in(this.language));
	}

	/** Writes the pending output and this chunk, then closes. */
	void close(@Nullable Chunk last, int code, String reason) {
		Batch.mayWait(() -> this.shard.submit(() -> this.outbox.close(last, code, CloseCode.reason(reason))));
	}

	/** Writes the pending output and the fault, then closes. */
	void close(Fault fault) {
		Fault.Told told = fault.in(this.language);
		close(this.wire.error(told),
				(this.wire instanceof Wire.Plain) ? CloseCode.POLICY_VIOLATION : CloseCode.PROTOCOL_ERROR,
				told.message());
	}

	/** Drops the pending output, then writes the refusal and closes. Does not wait. */
	void cut(Refusal refusal) {
		this.shard.later(() -> this.outbox.cut(refusal));
	}

	/** Sends the ping and the heart-beat that are due. */
	void showLife(KeepAlive keepAlive, long now) {
		if (keepAlive.isPingDue(now) && this.outbox.ping()) {
			keepAlive.pinged(now);
		}
		if (keepAlive.isDue(this.outbox.lastWrite(), now)) {
			Chunk heartBeat = this.wire.heartBeat();
			if (heartBeat != null) {
				this.outbox.offer(heartBeat);
			}
		}
	}

	/** The outbox, for the thread of the shard. */
	public Outbox outbox() {
		return this.outbox;
	}

}
