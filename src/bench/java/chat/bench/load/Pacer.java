package chat.bench.load;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets clients take turns at a rate that does not depend on how fast the server is. A
 * text's latency counts from when it was due.
 */
public final class Pacer implements Loop.Beat {

	private final Loop loop;

	private final List<? extends Turn> turns;

	private final double interval;

	private final long start = System.nanoTime();

	private long taken;

	private Pacer(Loop loop, List<? extends Turn> turns, double perSecond) {
		this.loop = loop;
		this.turns = turns;
		this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
	}

	/**
	 * Starts the turns.
	 * @param loop the loop that the clients belong to
	 * @param turns the turns, one after the other, again and again
	 * @param perSecond the number of turns a second
	 * @return a handle that stops them
	 */
	public static Pacer start(Loop loop, List<? extends Turn> turns, double perSecond) {
		Pacer pacer = new Pacer(loop, turns, perSecond);
		loop.add(pacer);
		return pacer;
	}

	/** There are no more turns. */
	public void stop() {
		this.loop.remove(this);
	}

	@Override
	public long beat(long now) {
		long due = due();
		while (due <= now) {
			this.turns.get((int) (this.taken % this.turns.size())).take(due);
			this.taken++;
			due = due();
		}
		return due;
	}

	private long due() {
		return this.start + (long) (this.taken * this.interval);
	}

}
