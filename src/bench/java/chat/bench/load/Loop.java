package chat.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The only thread of the generator: it waits for sockets and for tasks that are due. All
 * objects of this package belong to the thread that calls {@code run}.
 */
public final class Loop implements Closeable {

	private static final int BUFFER_BYTES = 256 * 1024;

	private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

	private final Selector selector;

	private final List<Beat> beats = new ArrayList<>();

	private final ArrayDeque<Runnable> soon = new ArrayDeque<>();

	// All connections share it; each keeps the rest of its own bytes.
	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

	/**
	 * Opens a loop.
	 * @throws IOException if there are no file descriptors left
	 */
	public Loop() throws IOException {
		this.selector = Selector.open();
	}

	/**
	 * Something that is due from time to time. Beats are asked after each turn.
	 */
	@FunctionalInterface
	interface Beat {

		/** Runs the tasks that are due, and returns the time of the next one. */
		long beat(long nanoTime);

	}

	/**
	 * Works for so long.
	 * @param time how long
	 */
	public void run(Duration time) {
		runUntil(() -> false, time);
	}

	/**
	 * Works until a condition holds.
	 * @param condition the condition to wait for
	 * @param atMost the maximum time
	 * @return whether the condition holds
	 */
	public boolean runUntil(BooleanSupplier condition, Duration atMost) {
		long deadline = System.nanoTime() + atMost.toNanos();
		long now = System.nanoTime();
		while (!condition.getAsBoolean()) {
			if (now >= deadline) {
				return false;
			}
			turn(Math.min(beat(now), deadline) - now);
			now = System.nanoTime();
		}
		return true;
	}

	@Override
	public void close() throws IOException {
		for (SelectionKey key : this.selector.keys()) {
			key.channel().close();
		}
		this.selector.close();
	}

	void add(Beat beat) {
		this.beats.add(beat);
	}

	void remove(Beat beat) {
		this.beats.remove(beat);
	}

	SelectionKey register(SocketChannel channel, Connection connection) throws IOException {
		return channel.register(this.selector, SelectionKey.OP_CONNECT, connection);
	}

	ByteBuffer buffer() {
		return this.buffer;
	}

	/** Does something at the end of this turn. */
	void soon(Runnable act) {
		this.soon.add(act);
	}

	private long beat(long now) {
		long next = now + LONGEST_WAIT_NANOS;
		for (int number = 0; number < this.beats.size(); number++) {
			next = Math.min(next, this.beats.get(number).beat(now));
		}
		return next;
	}

	/**
	 * Waits for sockets in whole milliseconds, and for the rest of a millisecond only by
	 * time: input in between is read up to a millisecond late. A generator without pauses
	 * would take a processor from the server.
	 */
	private void turn(long nanos) {
		try {
			long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
			if (millis > 0) {
				this.selector.select(Loop::handle, millis);
			}
			else {
				LockSupport.parkNanos(nanos);
				this.selector.selectNow(Loop::handle);
			}
			for (Runnable act = this.soon.poll(); act != null; act = this.soon.poll()) {
				act.run();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The generator cannot wait for its sockets", ex);
		}
	}

	private static void handle(SelectionKey key) {
		((Connection) key.attachment()).ready(key);
	}

}
