package chat.hubbub.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Batch;

/**
 * Reads the input of one connection: at once, in {@link Turns turns} while the client
 * sends much, and after a pause while the topic is congested or the connection is being
 * closed. No thread is blocked meanwhile. A client that sends little is read by a
 * {@link PromptReader}. For one thread at a time; only {@link #slowDown} may be called by
 * another.
 */
final class SocketReader {

	private static final Logger logger = LoggerFactory.getLogger(SocketReader.class);

	static final int READ_BYTES = 8 * 1024;

	/** The amount that is read in one turn. */
	private static final int TURN_BYTES = 64 * 1024;

	/**
	 * The longest pause in reading while the topic is congested, for each byte of the
	 * last read: a second for a full buffer. A client that sends little does not cause
	 * the congestion and should not wait for it.
	 */
	private static final long PAUSE_NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / READ_BYTES;

	private static final long PAUSE_STEP_MILLIS = 20;

	/** Between two turns. In five seconds that is 3 MiB, more than one message has. */
	private static final long CLOSING_PAUSE_MILLIS = 100;

	private final SocketLink link;

	private final Executor executor;

	private final ByteBufferPool buffers;

	private final Turns turns;

	private final PromptReader prompt;

	private final Pace pace = new Pace(System.nanoTime());

	private volatile boolean closing;

	SocketReader(SocketLink link, Executor executor, ByteBufferPool buffers, Turns turns) {
		this.link = link;
		this.executor = executor;
		this.buffers = buffers;
		this.turns = turns;
		this.prompt = new PromptReader(this, link, executor, buffers);
	}

	/** Discards all further input, and reads it slowly. */
	void slowDown() {
		this.closing = true;
	}

	/** Reads while there is input. */
	void read() {
		boolean more = true;
		while (more) {
			boolean fast = this.pace.isFast(System.nanoTime());
			if (fast && !this.turns.enter(this::beginTurn)) {
				return;
			}
			more = readTurn(fast);
		}
	}

	private void beginTurn() {
		try {
			this.executor.execute(() -> {
				if (readTurn(true)) {
					read();
				}
			});
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The server stops", ex);
			this.turns.leave();
		}
	}

	/** Returns whether to go on with another turn. */
	private boolean readTurn(boolean counted) {
		RetainableByteBuffer buffer = this.buffers.acquire(READ_BYTES, false);
		try {
			return fill(this.link.getEndPoint(), buffer.getByteBuffer(), counted);
		}
		catch (IOException | RuntimeException | Error ex) {
			this.link.giveUp(ex);
		}
		finally {
			buffer.release();
			if (counted) {
				this.turns.leave();
			}
		}
		return false;
	}

	/** Reads while there is input, unless the client has sent too much. */
	private boolean fill(EndPoint endPoint, ByteBuffer bytes, boolean counted) throws IOException {
		int total = 0;
		int count = endPoint.fill(bytes);
		while (count > 0) {
			total += count;
			if (isEnough(bytes, count(count))) {
				return false;
			}
			if (total >= TURN_BYTES || (!counted && this.pace.isFast(System.nanoTime()))) {
				return !isPaused(total);
			}
			count = endPoint.fill(bytes);
		}
		if (count == 0) {
			awaitInput();
		}
		else {
			this.link.receiveEnd();
		}
		return false;
	}

	/** Whether all further input is discarded. */
	boolean isClosing() {
		return this.closing;
	}

	/** Counts input for the {@link Pace}; returns the latest time of the next read. */
	long count(int bytes) {
		long now = System.nanoTime();
		this.pace.count(bytes, now);
		return now + bytes * PAUSE_NANOS_PER_BYTE;
	}

	/** Handles one read; returns whether the next one has to wait, at most until then. */
	private boolean isEnough(ByteBuffer bytes, long latest) {
		if (this.closing) {
			bytes.clear().flip();
			return false;
		}
		Batch batch = Batch.ofRead(() -> this.link.receiveAndErase(bytes));
		bytes.clear().flip();
		if (batch.isTooMuch()) {
			readLater(batch, latest);
			return true;
		}
		return false;
	}

	/** Pauses a connection that is being closed. */
	private boolean isPaused(int total) {
		if (this.closing && total >= TURN_BYTES) {
			after(CLOSING_PAUSE_MILLIS, this::read);
			return true;
		}
		return false;
	}

	/**
	 * Continues to read when the batch's topic is no longer congested, or at the latest
	 * after a fixed time: permanently slow readers must not silence the senders.
	 */
	void readLater(Batch batch, long latest) {
		after(PAUSE_STEP_MILLIS, () -> {
			if (batch.isTooMuch() && System.nanoTime() - latest < 0) {
				readLater(batch, latest);
			}
			else {
				read();
			}
		});
	}

	private void after(long millis, Runnable act) {
		CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, this.executor).execute(act);
	}

	/** A client that sends little is read on the selector's thread. */
	void awaitInput() {
		if (this.link.isPrompt() && !this.closing && !this.pace.isFast(System.nanoTime())) {
			this.link.fillInterested(this.prompt);
		}
		else {
			this.link.fillInterested();
		}
	}

}
