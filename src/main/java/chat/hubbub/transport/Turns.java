package chat.hubbub.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

/**
 * Bounds the number of threads that read connections with much input to the number of
 * processors. A connection with little input is read at once and finds a processor. A
 * connection that waits for its turn holds no thread, and waits at most once, so the
 * queue is bounded by the number of connections. Thread-safe.
 */
@Component
class Turns {

	private final Semaphore places;

	private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

	Turns() {
		this(Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Creates the turns, all free.
	 * @param places how many connections may have a turn at once
	 */
	Turns(int places) {
		this.places = new Semaphore(places);
	}

	/**
	 * Asks for a turn, which {@link #leave} ends.
	 * @param later called when the turn begins later, on any thread; it must not block
	 * @return whether the turn begins now
	 */
	boolean enter(Runnable later) {
		if (this.waiting.isEmpty() && this.places.tryAcquire()) {
			return true;
		}
		this.waiting.add(later);
		serve();
		return false;
	}

	/** Ends a turn. */
	void leave() {
		this.places.release();
		serve();
	}

	private void serve() {
		while (!this.waiting.isEmpty() && this.places.tryAcquire()) {
			Runnable next = this.waiting.poll();
			if (next == null) {
				// Another thread was faster. The loop looks again for later arrivals.
				this.places.release();
			}
			else {
				next.run();
			}
		}
	}

}
