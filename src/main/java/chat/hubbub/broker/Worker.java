package chat.hubbub.broker;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread without which the server is of no use. Its work survives a fault of one act;
 * if it ends by a fault nevertheless, the process ends, so that its supervisor starts it
 * again. Thread-safe.
 */
public final class Worker {

	/** The process's status after the end of a worker (sysexits.h, EX_SOFTWARE). */
	public static final int STATUS = 70;

	private static final Logger logger = LoggerFactory.getLogger(Worker.class);

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final IntConsumer end;

	private final Thread thread;

	private volatile long answered = System.nanoTime();

	/**
	 * A worker that has not started.
	 * @param name the name of its thread
	 * @param work what it does; calls {@link #answer()} with each round
	 */
	public Worker(String name, Runnable work) {
		// Without the hooks of an orderly end, which would wait for this very worker.
		this(name, work, Runtime.getRuntime()::halt);
	}

	Worker(String name, Runnable work, IntConsumer end) {
		this.end = end;
		this.thread = new Thread(work, name);
		this.thread.setUncaughtExceptionHandler(this::die);
	}

	/** Starts its thread. */
	public void start() {
		this.thread.start();
	}

	/** Says that it goes on; by its thread. */
	public void answer() {
		this.answered = System.nanoTime();
	}

	/**
	 * Whether it has not answered for 5 s.
	 * @param now a nano time
	 * @return {@code true} if it hangs, or waits for something that takes too long
	 */
	public boolean isSilent(long now) {
		return now - this.answered > PATIENCE_NANOS;
	}

	/**
	 * Waits for the end of its thread.
	 * @param millis how long; 0 for as long as it takes
	 */
	public void join(long millis) throws InterruptedException {
		this.thread.join(millis);
	}

	public boolean isCurrentThread() {
		return Thread.currentThread() == this.thread;
	}

	private void die(Thread thread, Throwable cause) {
		try {
			logger.error("The server ends with status {}, because {} failed: {}", STATUS, thread.getName(),
					String.valueOf(cause));
		}
		finally {
			this.end.accept(STATUS);
		}
	}

}
