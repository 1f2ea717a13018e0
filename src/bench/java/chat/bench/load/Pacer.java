package chat.bench.load;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets senders take turns at a rate that does not depend on how fast the server is. A
 * text's latency counts from when it was due.
 */
public final class Pacer implements Loop.Beat {

	private final Loop loop;

	private final List<Sender> senders;

	private final double interval;

	private final long start = System.nanoTime();

	private long turns;

	private Pacer(Loop loop, List<Sender> senders, double perSecond) {
		this.loop = loop;
		this.senders = senders;
		this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
	}

	/**
	 * Starts to send.
	 * @param loop the loop that the senders' clients belong to
	 * @param senders the senders, which take turns
	 * @param perSecond the number of texts a second of all senders together
	 * @return a handle that stops them
	 */
	public static Pacer start(Loop loop, List<Sender> senders, double perSecond) {
		Pacer pacer = new Pacer(loop, senders, perSecond);
		loop.add(pacer);
		return pacer;
	}

	/** Sends no more. */
	public void stop() {
		this.loop.remove(this);
	}

	@Override
	public long beat(long now) {
		long due = due();
		while (due <= now) {
			this.senders.get((int) (this.turns % this.senders.size())).send(due);
			this.turns++;
			due = due();
		}
		return due;
	}

	private long due() {
		return this.start + (long) (this.turns * this.interval);
	}

}
