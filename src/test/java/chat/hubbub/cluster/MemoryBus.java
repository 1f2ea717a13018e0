package chat.hubbub.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bus between nodes in one process, which may be late. Thread-safe. */
public final class MemoryBus {

	private final List<End> ends = new CopyOnWriteArrayList<>();

	private final Deque<Runnable> late = new ArrayDeque<>();

	private boolean held;

	private volatile boolean up = true;

	/** The end of another node. */
	public NodeBus join() {
		End end = new End("node-" + this.ends.size());
		this.ends.add(end);
		return end;
	}

	/** From now on no message arrives. */
	public synchronized void hold() {
		this.held = true;
	}

	/** The messages that were sent meanwhile arrive. */
	public void release() {
		for (Runnable each : take()) {
			each.run();
		}
	}

	/** The messages that were sent meanwhile are lost. */
	public void lose() {
		take();
	}

	/** Whether the nodes believe that messages arrive. */
	public void setUp(boolean up) {
		this.up = up;
	}

	private synchronized List<Runnable> take() {
		this.held = false;
		List<Runnable> taken = new ArrayList<>(this.late);
		this.late.clear();
		return taken;
	}

	private void send(End from, String kind, byte[] body) {
		for (End end : this.ends) {
			if (end != from && !isHeld(() -> end.hear(from, kind, body))) {
				end.hear(from, kind, body);
			}
		}
	}

	private synchronized boolean isHeld(Runnable arrival) {
		if (this.held) {
			this.late.add(arrival);
		}
		return this.held;
	}

	private final class End implements NodeBus {

		private final String name;

		private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

		End(String name) {
			this.name = name;
		}

		@Override
		public void publish(String kind, byte[] body) {
			send(this, kind, body);
		}

		@Override
		public void listen(String kind, Listener listener) {
			this.listeners.put(kind, listener);
		}

		@Override
		public boolean isUp() {
			return MemoryBus.this.up;
		}

		/** One at a time, as a bus does. */
		private synchronized void hear(End from, String kind, byte[] body) {
			Listener listener = this.listeners.get(kind);
			if (listener != null) {
				listener.arrived(from.name, body);
			}
		}

	}

}
