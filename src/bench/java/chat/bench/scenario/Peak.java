package chat.bench.scenario;

import java.util.concurrent.TimeUnit;

/** The most resident memory of a server beyond what it had at first. */
final class Peak {

	private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(50);

	private final Stage stage;

	private final double before;

	private double greatest;

	private long lookedAt = System.nanoTime();

	Peak(Stage stage) {
		this.stage = stage;
		this.before = Memory.mebibytes(stage);
	}

	/** Looks at the memory now and then; always true. */
	boolean look() {
		if (System.nanoTime() - this.lookedAt > INTERVAL) {
			this.lookedAt = System.nanoTime();
			this.greatest = Math.max(this.greatest, Memory.mebibytes(this.stage));
		}
		return true;
	}

	/** The growth in mebibytes. */
	double growth() {
		return Math.max(0, this.greatest - this.before);
	}

}
