package chat.hubbub.broker;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that the server cannot work without. Its work continues after a fault of one
 * task. If the thread ends because of a fault nevertheless, the process ends, so that its
 * supervisor starts it again. Thread-safe.
 */
public final class Worker {

	/**
	 * The exit status of the process after the end of a worker (sysexits.h, EX_SOFTWARE).
	 */
	public static final int STATUS = 70;

	private static final Logger logger = LoggerFactory.getLogger(Worker.class);

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final IntConsumer end;

	private final Thread thread;

	private volatile long answered = System.nanoTime();

	/**
	 * A worker that has not started.
	 * @param name the name of its thread
	 * @param work its work, which calls {@link #answer()} in each round
	 */
	public Worker(String name, Runnable work) {
		// Halts without shutdown hooks, because they would wait for this worker.
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

	/** Shows that the thread responds; called by it. */
	public void answer() {
		this.answered = System.nanoTime();
	}

	/**
	 * Whether it has not responded for 5 s.
	 * @param now a nano time
	 * @return {@code true} if it hangs or waits for too long
	 */
	public boolean isSilent(long now) {
		return now - this.answered > PATIENCE_NANOS;
	}

	/**
	 * Waits for the end of its thread.
	 * @param millis the maximum time; 0 means no limit
	 */
	public void join(long millis) throws InterruptedException {
		this.thread.join(millis);
	}

	/** Whether the calling thread is its own. */
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
