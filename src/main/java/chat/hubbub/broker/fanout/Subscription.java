package chat.hubbub.broker.fanout;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.refusal.Refusal;

/**
 * One connection's subscription to one destination. Its mutable fields belong to the
 * thread of the connection's {@link Shard}.
 */
public final class Subscription implements ShardTask {

	private static final byte[] NOTHING = new byte[0];

	/**
	 * The heap bytes of a subscription besides its names: its objects, its entries in the
	 * shard, and those of its user in the lists of people.
	 */
	private static final int OWN_BYTES = 1024;

	/** The names are kept twice, as text and encoded. */
	private static final int BYTES_PER_CHARACTER = 4;

	private final Outbox outbox;

	private final Consumer<Fault> failure;

	private final String id;

	private final String destination;

	private final @Nullable Acknowledgements acknowledgements;

	private Resume resume;

	/** Events below this number were replayed or are not wanted. */
	private long nextSeq;

	/** Its index in its group, or -1 without a group. */
	private int index = -1;

	private Congestion.Standing standing = Congestion.Standing.ABSENT;

	private boolean cancelled;

	private boolean fresh = true;

	private @Nullable String notice;

	/**
	 * A subscription that has not begun.
	 * @param outbox the output to its client
	 * @param failure reports a fault to the client and ends the connection; thread-safe
	 * @param id the id that the client chose
	 * @param destination the destination as the broker names it
	 * @param acknowledgements the unacknowledged messages, or {@code null} without
	 * acknowledgements
	 * @param resume the start of the subscription
	 */
	public Subscription(Outbox outbox, Consumer<Fault> failure, String id, String destination,
			@Nullable Acknowledgements acknowledgements, Resume resume) {
		this.outbox = outbox;
		this.failure = failure;
		this.id = id;
		this.destination = destination;
		this.acknowledgements = acknowledgements;
		this.resume = resume;
		this.notice = resume.notice();
		this.nextSeq = resume.since() + 1;
	}

	/** The wire format of its client. */
	Wire wire() {
		return this.outbox.wire();
	}

	/** Reports a fault to the client and ends the connection. Thread-safe. */
	public void fail(Fault fault) {
		this.failure.accept(fault);
	}

	@Override
	public void begin(Shard shard) {
		shard.catchUp(this);
	}

	/** The output to its client. */
	public Outbox outbox() {
		return this.outbox;
	}

	/** The id that the client chose. */
	public String id() {
		return this.id;
	}

	/** The destination as the broker names it, possibly a pattern. */
	public String destination() {
		return this.destination;
	}

	/** Its charged bytes, without unacknowledged messages. */
	long bytes() {
		return OWN_BYTES + (long) BYTES_PER_CHARACTER * (this.id.length() + this.destination.length());
	}

	/** Expects no more ACKs. */
	void close() {
		if (this.acknowledgements != null) {
			this.acknowledgements.close();
			settle(this.acknowledgements);
		}
	}

	/**
	 * Charges the unacknowledged messages.
	 * @throws BudgetFault if the budget is exceeded
	 */
	private void settle(Acknowledgements acknowledgements) {
		long more = acknowledgements.settle();
		if (more > 0) {
			this.outbox.budget().keep(more);
		}
		else if (more < 0) {
			this.outbox.budget().release(-more);
		}
	}

	/**
	 * Records the acknowledgement of a message; returns whether there was an
	 * unacknowledged message with that id.
	 */
	boolean acknowledge(String ack) {
		if (this.acknowledgements == null || !this.acknowledgements.acknowledge(ack)) {
			return false;
		}
		settle(this.acknowledgements);
		return true;
	}

	/** Its start, or the point from which it has to catch up. */
	public Resume resume() {
		return this.resume;
	}

	/** The number of the next event that it needs. */
	public long nextSeq() {
		return this.nextSeq;
	}

	int index() {
		return this.index;
	}

	void stand(int index) {
		this.index = index;
	}

	/** Changes its standing; returns the old one. */
	Congestion.Standing moveTo(Congestion.Standing now) {
		Congestion.Standing before = this.standing;
		this.standing = now;
		return before;
	}

	/** Whether it has to catch up before it receives new messages. */
	boolean isBehind() {
		return this.standing == Congestion.Standing.BEHIND || this.standing == Congestion.Standing.STALLED;
	}

	/** Whether it has ended and must not receive anything. */
	public boolean isCancelled() {
		return this.cancelled;
	}

	void cancel() {
		this.cancelled = true;
	}

	/**
	 * Records that it has all events before a number and will catch up from there once
	 * its client has read.
	 */
	void fallBehind(long seq) {
		this.nextSeq = Math.max(this.resume.replays() ? this.nextSeq : 0, seq);
		this.resume = new Resume(true, this.nextSeq - 1, null);
		this.fresh = true;
	}

	/** Whether it may share the bytes of its messages with others. */
	public boolean isShared() {
		return this.acknowledgements == null;
	}

	/** Whether a message can be encoded for it together with its group. */
	boolean isOrdinary(long seq) {
		return this.notice == null && this.acknowledgements == null && (seq == 0 || seq >= this.nextSeq);
	}

	/** Sends a message to this subscription alone, unless it already has it. */
	public void deliver(EncodedMessage message) {
		// The number shows whether it was replayed. For a pattern, numbers of different
		// topics mean nothing.
		if (message.seq() > 0 && this.resume.replays()) {
			if (message.seq() < this.nextSeq) {
				return;
			}
			if (this.fresh && message.seq() > this.nextSeq) {
				this.notice = Resume.TOO_OLD;
			}
			this.fresh = false;
			this.nextSeq = message.seq() + 1;
		}
		Wire wire = wire();
		Chunk chunk = wire.message(wire.prefix(this.id), extraHeaders(message), message);
		if (chunk != null) {
			this.outbox.offer(chunk);
		}
	}

	/** Sends several consecutive messages at once. */
	public void deliver(Run run) {
		if (run.first() == this.nextSeq && isOrdinary(run.first())) {
			this.fresh = false;
			this.nextSeq = run.last() + 1;
			run.offerTo(this.outbox);
		}
		else {
			run.messages().forEach(this::deliver);
		}
	}

	private void chargeOrFail(Acknowledgements acknowledgements) {
		try {
			settle(acknowledgements);
		}
		catch (Refusal fault) {
			fail(Fault.of(fault, null));
		}
	}

	private byte[] extraHeaders(EncodedMessage message) {
		StringBuilder headers = new StringBuilder();
		if (this.notice != null) {
			headers.append(Resume.HEADER).append(':').append(this.notice).append('\n');
			this.notice = null;
		}
		if (this.acknowledgements != null && wire() instanceof Wire.Stomp stomp) {
			String ack = this.acknowledgements.expect(this.id, message.id(), stomp.version());
			headers.append("ack:").append(stomp.version().escape(ack)).append('\n');
			chargeOrFail(this.acknowledgements);
		}
		return headers.isEmpty() ? NOTHING : headers.toString().getBytes(StandardCharsets.UTF_8);
	}

}
