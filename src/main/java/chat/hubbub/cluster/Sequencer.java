package chat.hubbub.cluster;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.wire.EncodedMessage;

/**
 * Lets the events of all nodes through to the subscribers of this one, those of each
 * topic in the order of their numbers, each once. An event that comes before its turn
 * waits a little for the earlier ones; then these are read from the store. Thread-safe.
 */
final class Sequencer {

	private final Outlet outlet;

	private final Lines lines;

	private volatile Runnable alarm = () -> {
	};

	/**
	 * A sequencer.
	 * @param outlet the way to the subscribers
	 * @param live whether a destination has subscribers on this node
	 * @param clock the nano time
	 */
	Sequencer(Outlet outlet, Predicate<String> live, LongSupplier clock) {
		this.outlet = outlet;
		this.lines = new Lines(live, clock);
	}

	/** The way to the subscribers of this node, for one thread at a time. */
	interface Outlet {

		/** Events for all subscribers, in their order. */
		void deliver(List<EncodedMessage> events);

		/** The past of a destination must be read from the store from now on. */
		void forget(String destination);

		/** Other nodes have stored events, up to these numbers. For any thread. */
		void arrived(Map<String, Long> heads);

	}

	/** Sets what to do when a gap has been noticed. */
	void onGap(Runnable act) {
		this.alarm = act;
	}

	/** The stored heads at the start of this node, which needs no events before. */
	synchronized void begin(Map<String, Long> heads) {
		this.lines.begin(heads);
	}

	/**
	 * Takes the events of a commit of this node.
	 * @return whether all of them were let through; if not, {@code later} runs when they
	 * are
	 */
	boolean own(NewEvents events, Runnable later) {
		Held commit = new Held(true, later);
		return during((passage) -> this.lines.take(events, commit, passage), commit);
	}

	/** Takes the events of a commit of another node. */
	void arrived(NewEvents events) {
		Held commit = new Held(false, () -> {
		});
		during((passage) -> this.lines.take(events, commit, passage), commit);
	}

	/** The stored heads of topics, which show events that no bus has brought. */
	void heads(Map<String, Long> heads) {
		during((passage) -> heads.forEach((destination, head) -> this.lines.know(destination, head, passage)), null);
	}

	/**
	 * Takes the lines whose gap has lasted too long, to be read from the store.
	 * @param patience the nanoseconds that an event may come too early
	 * @return each with the number of the newest event that was let through
	 */
	synchronized Map<Line, Long> takeDue(long patience) {
		return this.lines.takeDue(patience);
	}

	/**
	 * Events were read from the store.
	 * @param stored the events after the newest one that was let through, or none if the
	 * store has no more
	 */
	void repaired(Line line, List<EncodedMessage> stored) {
		during((passage) -> this.lines.repair(line, stored, passage), null);
	}

	/** The store could not be read; it is tried again after a moment. */
	synchronized void failed(Line line) {
		this.lines.failed(line);
	}

	/** The number of topics with a gap. */
	synchronized int gaps() {
		return this.lines.gaps();
	}

	/**
	 * Everything that may call other classes happens without the lock, except delivery.
	 */
	private boolean during(Consumer<Passage> work, @Nullable Held commit) {
		Passage passage = new Passage(this.outlet);
		boolean passed;
		synchronized (this) {
			work.accept(passage);
			passage.flush();
			passed = commit == null || !commit.isHeld();
		}
		if (passage.hasGap()) {
			this.alarm.run();
		}
		passage.finish();
		return passed;
	}

}
