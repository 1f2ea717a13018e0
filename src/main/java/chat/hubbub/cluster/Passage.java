package chat.hubbub.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.broker.wire.EncodedMessage;

/** The events that one call of the sequencer lets through. For one thread. */
final class Passage {

	private final Sequencer.Outlet outlet;

	private final List<Runnable> done = new ArrayList<>(0);

	private final Map<String, Long> arrived = new LinkedHashMap<>(0);

	private List<EncodedMessage> ready = new ArrayList<>();

	private boolean gap;

	Passage(Sequencer.Outlet outlet) {
		this.outlet = outlet;
	}

	void add(EncodedMessage event) {
		this.ready.add(event);
	}

	/** From here on the past of a topic is read from the store. */
	void forget(String destination) {
		flush();
		this.outlet.forget(destination);
	}

	/** Events of another node have been let through. */
	void arrived(String destination, long seq) {
		this.arrived.merge(destination, seq, Math::max);
	}

	/** A commit has been let through as a whole. */
	void done(Runnable later) {
		this.done.add(later);
	}

	void noteGap() {
		this.gap = true;
	}

	boolean hasGap() {
		return this.gap;
	}

	/** Hands the events to the subscribers. */
	void flush() {
		if (!this.ready.isEmpty()) {
			this.outlet.deliver(this.ready);
			this.ready = new ArrayList<>();
		}
	}

	/** Tells the rest, without the lock of the sequencer. */
	void finish() {
		if (!this.arrived.isEmpty()) {
			this.outlet.arrived(this.arrived);
		}
		this.done.forEach(Runnable::run);
	}

}
