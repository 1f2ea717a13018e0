package chat.hubbub.broker.fanout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.Closing;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.refusal.Refusal;

/**
 * The output that waits to be written to one connection, limited in bytes and in age.
 * Used only by the thread of its {@link Shard}, except {@link #sent}, which any thread
 * may call.
 */
public final class Outbox implements Link.Sent {

	private static final Logger logger = LoggerFactory.getLogger(Outbox.class);

	/** The divisor of the outbox size up to which a replay continues. */
	private static final int ROOM = 8;

	/**
	 * Up to this size the outbox is not charged, since most connections never need more.
	 */
	private static final int FREE_BYTES = ConnectionBudget.STEP_BYTES;

	/** The divisor of the outbox size while the server's memory is scarce. */
	private static final int SCARCE = 8;

	/** The time for a client with a full outbox to read some of it. */
	private static final long FULL_NANOS = TimeUnit.SECONDS.toNanos(5);

	/**
	 * The time after which a client with waiting output that reads nothing counts as
	 * stalled.
	 */
	private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Shard shard;

	private final Link link;

	private final Voice voice;

	private final ConnectionBudget budget;

	/** The bytes that may wait before more has to be charged. */
	private long granted;

	private final ArrayDeque<Chunk> pending = new ArrayDeque<>(2);

	private int pendingBytes;

	private int writingBytes;

	private long writingSince;

	private long lastWrite;

	private boolean writing;

	private boolean queuedForFlush;

	private boolean full;

	private @Nullable Closing closing;

	private final List<Runnable> waiting = new ArrayList<>(0);

	/**
	 * An empty outbox.
	 * @param shard the shard of the connection, whose thread uses this
	 * @param link the link to the client
	 * @param voice how to speak to the client
	 * @param budget the budget of the connection
	 */
	public Outbox(Shard shard, Link link, Voice voice, ConnectionBudget budget) {
		this.shard = shard;
		this.link = link;
		this.voice = voice;
		this.lastWrite = shard.now();
		this.budget = budget;
		this.granted = free();
	}

	Wire wire() {
		return this.voice.wire();
	}

	ConnectionBudget budget() {
		return this.budget;
	}

	/**
	 * Whether there is room for that many bytes. If not, the client has to read before it
	 * receives more.
	 */
	boolean takes(int length) {
		this.full = this.closing == null && !isGranted(length) && !grant(length, replayBytes());
		return !this.full;
	}

	/**
	 * The size at which readers fall back to the log, smaller while the server's memory
	 * is scarce.
	 */
	private long replayBytes() {
		long all = this.shard.limits().outboxBytes();
		return this.shard.budget().isScarce() ? all / SCARCE : all;
	}

	/** The fast path, which does not read the server's shared counter. */
	private boolean isGranted(int length) {
		return (long) bytes() + length <= this.granted;
	}

	private boolean grant(int length, long bound) {
		long more = this.budget.grant((long) bytes() + length, bound);
		if (more < 0) {
			return false;
		}
		this.granted = more;
		return true;
	}

	private long free() {
		return Math.min(FREE_BYTES, this.shard.limits().outboxBytes());
	}

	/**
	 * Adds output; if it exceeds the limit, the connection ends. In a quiet round the
	 * output is written at once: further output that could share the write is unlikely,
	 * and a second visit would load the connection into the processor's cache again.
	 */
	public void offer(Chunk chunk) {
		if (this.closing != null) {
			return;
		}
		if (!isGranted(chunk.length()) && !grant(chunk.length(), this.shard.limits().outboxBytes())) {
			overflow();
		}
		else if (this.shard.isQuiet() && !this.writing && this.pendingBytes == 0) {
			write(chunk);
		}
		else {
			this.pending.add(chunk);
			this.pendingBytes += chunk.length();
			if (!this.queuedForFlush && !this.writing) {
				this.queuedForFlush = true;
				this.shard.flushLater(this);
			}
		}
	}

	/** Writes until a write does not complete at once. */
	void flush() {
		this.queuedForFlush = false;
		while (!this.writing && !this.pending.isEmpty()) {
			Chunk chunk = this.voice.wire().next(this.pending);
			this.pendingBytes -= chunk.length();
			write(chunk);
		}
		if (!this.writing && this.closing != null) {
			this.closing.close(this.link);
		}
	}

	private void write(Chunk chunk) {
		this.writingBytes = chunk.length();
		this.writing = true;
		this.writingSince = this.shard.now();
		this.lastWrite = this.writingSince;
		try {
			this.link.write(chunk.buffer(), chunk.binary(), this);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A write failed; the connection is cut off", ex);
			written(false);
		}
	}

	/**
	 * Pings the client, unless there is output that it would have to read first.
	 * @return whether a ping is on its way
	 */
	public boolean ping() {
		if (this.writing || !this.pending.isEmpty() || this.closing != null) {
			return false;
		}
		this.writing = true;
		this.writingSince = this.shard.now();
		if (this.link.ping(this)) {
			this.lastWrite = this.shard.now();
			return true;
		}
		this.writing = false;
		return false;
	}

	@Override
	public void sent(boolean succeeded) {
		if (this.shard.isCurrentThread()) {
			written(succeeded);
		}
		else {
			this.shard.later(() -> {
				written(succeeded);
				flush();
			});
		}
	}

	/**
	 * Writes the pending output and this chunk, then closes. Output that is not written
	 * in time is dropped.
	 */
	public void close(@Nullable Chunk last, int code, String reason) {
		if (this.closing != null) {
			return;
		}
		if (last != null) {
			this.pending.add(last);
			this.pendingBytes += last.length();
		}
		this.closing = new Closing(code, reason, this.shard.now() + this.shard.limits().drainNanos());
		flush();
	}

	/**
	 * Checks the time limits of writes and of the close.
	 */
	public void tick(long now) {
		if (this.closing != null) {
			if (this.closing.isOverdue(now)) {
				this.link.abort();
			}
		}
		else if (this.writing && now - this.writingSince > patience()) {
			overflow();
		}
	}

	/** Whether the client has not read any waiting output for a while. */
	public boolean isStalled(long now) {
		return this.writing && now - this.writingSince > STALLED_NANOS;
	}

	private long patience() {
		long nanos = this.shard.limits().outboxNanos();
		return this.full ? Math.min(nanos, FULL_NANOS) : nanos;
	}

	/**
	 * Whether a client that is catching up has read enough to receive more.
	 */
	public boolean hasRoom() {
		return bytes() < replayBytes() / ROOM;
	}

	/** Runs an action once, as soon as there is {@link #hasRoom() room}. */
	public void whenThereIsRoom(Runnable action) {
		this.waiting.add(action);
	}

	/** The nano time of the last write or ping. */
	public long lastWrite() {
		return this.lastWrite;
	}

	/** The bytes that wait or are being written. */
	public int bytes() {
		return this.pendingBytes + this.writingBytes;
	}

	/** Whether it takes no more output, because the connection is closing. */
	public boolean isClosing() {
		return this.closing != null;
	}

	private void written(boolean succeeded) {
		this.writing = false;
		this.writingBytes = 0;
		if (this.pendingBytes == 0 && this.granted > FREE_BYTES) {
			this.budget.outbox(0);
			this.granted = free();
		}
		if (!this.waiting.isEmpty() && hasRoom()) {
			this.full = false;
			runWaiting();
		}
		if (!succeeded) {
			drop();
			this.closing = new Closing(CloseCode.NORMAL, "", this.shard.now());
			this.link.abort();
		}
	}

	private void runWaiting() {
		List<Runnable> ready = List.copyOf(this.waiting);
		this.waiting.clear();
		ready.forEach(this.shard::catchUpLater);
	}

	/**
	 * Ends the connection and drops its output, because the server is short of memory.
	 */
	public void cut(Refusal fault) {
		drop();
		this.granted = 0;
		this.budget.leave(this.writingBytes);
		tellAndClose(fault);
	}

	/**
	 * Ends the connection of a stalled reader, which can reconnect and resume, so that
	 * others do not wait for it.
	 */
	private void overflow() {
		if (this.budget.isEvicted()) {
			return;
		}
		drop();
		this.shard.overflowed();
		tellAndClose(new SlowReader());
	}

	private void tellAndClose(Refusal refusal) {
		Fault.Told fault = Fault.of(refusal, null).in(this.voice.language());
		close(this.voice.wire().error(fault), CloseCode.TRY_AGAIN_LATER, fault.message());
	}

	private void drop() {
		this.pending.clear();
		this.pendingBytes = 0;
	}

}
