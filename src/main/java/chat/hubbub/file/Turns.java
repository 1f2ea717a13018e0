package chat.hubbub.file;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * The turns of uploads, so that the conversation does not wait for all of them.
 * Thread-safe.
 *
 * @param processor so many write and compute at once; a commit has the other processors
 * @param disk so many wait for the disk at once; a commit waits behind no more
 */
record Turns(Semaphore processor, Semaphore disk) {

	/** Half of the processors, and one megabyte before the disk. */
	Turns() {
		this(new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true), new Semaphore(1, true));
	}

	void compute(Step step) throws IOException {
		inTurn(this.processor, step);
	}

	void store(Step step) throws IOException {
		inTurn(this.disk, step);
	}

	private static void inTurn(Semaphore turns, Step step) throws IOException {
		turns.acquireUninterruptibly();
		try {
			step.run();
		}
		finally {
			turns.release();
		}
	}

	/** A part of an upload. */
	@FunctionalInterface
	interface Step {

		void run() throws IOException;

	}

}
