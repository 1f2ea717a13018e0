package chat.hubbub.cluster;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

import chat.hubbub.broker.Backlog;

/** Reads events from the store for which the sequencer has waited too long. */
final class Repairs implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Repairs.class);

	/** The time that an event may come too early, because another node was slower. */
	private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

	/** The same without a bus. The events of this node need a moment from the store. */
	private static final long NO_BUS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	/** Without a gap the thread waits for the alarm. This is for one that was missed. */
	private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

	/** The maximum number of events of one read. */
	private static final int EVENTS = 200;

	private final Sequencer sequencer;

	private final Backlog store;

	private final NodeBus nodes;

	private final AtomicLong count = new AtomicLong();

	private volatile @Nullable Thread thread;

	private volatile boolean failing;

	Repairs(Sequencer sequencer, Backlog store, NodeBus nodes) {
		this.sequencer = sequencer;
		this.store = store;
		this.nodes = nodes;
		sequencer.onGap(() -> LockSupport.unpark(this.thread));
	}

	/** Reads for all gaps that have lasted too long. */
	void repair() {
		Map<Line, Long> due = this.sequencer.takeDue(this.nodes.isUp() ? PATIENCE_NANOS : NO_BUS_NANOS);
		due.forEach((line, applied) -> {
			this.count.incrementAndGet();
			try {
				this.sequencer.repaired(line, this.store.after(line.destination(), applied, EVENTS));
				this.failing = false;
			}
			catch (RuntimeException | Error ex) {
				this.sequencer.failed(line);
				noteFault(ex);
			}
		});
	}

	/** While the store is away, the log gets one line. */
	private void noteFault(Throwable fault) {
		if (!this.failing) {
			this.failing = true;
			logger.warn("Events of other nodes cannot be read from the store", fault);
		}
	}

	/** The number of reads since the start. */
	long count() {
		return this.count.get();
	}

	private void run() {
		while (isRunning()) {
			try {
				repair();
			}
			catch (RuntimeException | Error ex) {
				logger.error("A gap could not be repaired; it is tried again", ex);
			}
			LockSupport.parkNanos((this.sequencer.gaps() > 0) ? NO_BUS_NANOS : IDLE_NANOS);
		}
	}

	@Override
	public void start() {
		Thread started = new Thread(this::run, "repairs");
		started.setDaemon(true);
		this.thread = started;
		started.start();
	}

	@Override
	public void stop() {
		Thread stopped = this.thread;
		this.thread = null;
		LockSupport.unpark(stopped);
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
