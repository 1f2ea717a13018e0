package chat.hubbub.broker.fanout;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * The next steps of the subscriptions of a shard that catch up. Used only by the thread
 * of the shard.
 */
final class CatchUpSteps {

	/** The time in each round for them, so that live messages do not wait for them. */
	private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private final ArrayDeque<Runnable> steps = new ArrayDeque<>();

	void add(Runnable step) {
		this.steps.add(step);
	}

	boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * Does the first step, and further ones while there is time.
	 * @param flush runs after each step
	 */
	void run(Runnable flush) {
		long until = System.nanoTime() + NANOS;
		Runnable step = this.steps.poll();
		while (step != null) {
			Shard.attempt(step);
			flush.run();
			step = (System.nanoTime() - until < 0) ? this.steps.poll() : null;
		}
	}

}
