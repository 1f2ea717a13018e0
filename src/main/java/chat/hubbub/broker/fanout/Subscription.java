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
 * One connection's subscription to one destination. Its fields that change belong to the
 * thread of the connection's {@link Shard}.
 */
public final class Subscription implements ShardTask {

	private static final byte[] NOTHING = new byte[0];

	/** What one takes beside its names: its objects, its place in the shard. */
	private static final int OWN_BYTES = 768;

	/** Its names stand in two frames, as text and encoded. */
	private static final int BYTES_PER_CHARACTER = 4;

	private final Outbox outbox;

	private final Consumer<Fault> failure;

	private final String id;

	private final String destination;

	private final @Nullable Acknowledgements acknowledgements;

	private Resume resume;

	/** Events below this number have been replayed, or are not wanted. */
	private long nextSeq;

	/** Where it stands in its group, -1 while it is in none. */
	private int index = -1;

	private Congestion.Standing standing = Congestion.Standing.ABSENT;

	private boolean cancelled;

	private boolean fresh = true;

	private @Nullable String notice;

	/**
	 * A subscription that has not begun.
	 * @param outbox the way to its client
	 * @param failure ends the connection, and tells the client why; thread-safe
	 * @param id the client's name for it
	 * @param destination as the broker knows it
	 * @param acknowledgements what the client has to acknowledge, or {@code null}
	 * @param resume where it begins
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

	/** What its client speaks. */
	Wire wire() {
		return this.outbox.wire();
	}

	/** Ends the connection, and tells the client why. Thread-safe. */
	public void fail(Fault fault) {
		this.failure.accept(fault);
	}

	@Override
	public void begin(Shard shard) {
		shard.catchUp(this);
	}

	public Outbox outbox() {
		return this.outbox;
	}

	public String id() {
		return this.id;
	}

	public String destination() {
		return this.destination;
	}

	/** How many bytes it makes the server keep, beside what is not acknowledged. */
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
	 * Charges what is not acknowledged.
	 * @throws BudgetFault if there is no room for more
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
	 * Notes that the client has dealt with a message; returns whether it had one of that
	 * id.
	 */
	boolean acknowledge(String ack) {
		if (this.acknowledgements == null || !this.acknowledgements.acknowledge(ack)) {
			return false;
		}
		settle(this.acknowledgements);
		return true;
	}

	public Resume resume() {
		return this.resume;
	}

	public long nextSeq() {
		return this.nextSeq;
	}

	int index() {
		return this.index;
	}

	void stand(int index) {
		this.index = index;
	}

	/** Notes where it stands now; returns where it stood. */
	Congestion.Standing moveTo(Congestion.Standing now) {
		Congestion.Standing before = this.standing;
		this.standing = now;
		return before;
	}

	/** Whether it has to be brought up to date before it gets what comes. */
	boolean isBehind() {
		return this.standing == Congestion.Standing.BEHIND || this.standing == Congestion.Standing.STALLED;
	}

	public boolean isCancelled() {
		return this.cancelled;
	}

	void cancel() {
		this.cancelled = true;
	}

	/**
	 * Notes that it has had all before a number, and will fetch the rest once its client
	 * has read.
	 */
	void fallBehind(long seq) {
		this.nextSeq = Math.max(this.resume.replays() ? this.nextSeq : 0, seq);
		this.resume = new Resume(true, this.nextSeq - 1, null);
		this.fresh = true;
	}

	/** Whether what it gets may be the same bytes as others get. */
	public boolean isShared() {
		return this.acknowledgements == null;
	}

	/** Whether messages can be encoded for it together with its group. */
	boolean isOrdinary(long seq) {
		return this.notice == null && this.acknowledgements == null && (seq == 0 || seq >= this.nextSeq);
	}

	/** Sends a message to this subscription alone, unless it has had it. */
	public void deliver(EncodedMessage message) {
		// Numbers tell what has been replayed; those of a pattern's topics say nothing.
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

	/** The same for several at once, whose numbers have no gap. */
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
