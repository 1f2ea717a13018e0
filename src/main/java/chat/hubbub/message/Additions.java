package chat.hubbub.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import chat.hubbub.store.StoreUnavailable;

/**
 * The rows that wait for a commit of the writer. They take no room in the queue of
 * wishes. Many threads add, one takes.
 */
final class Additions {

	private final Queue<Addition> waiting = new ConcurrentLinkedQueue<>();

	private volatile boolean ended;

	void add(Addition addition) {
		this.waiting.add(addition);
		refuseIfEnded();
	}

	/**
	 * Takes all that wait if there is a commit for them, in the order of their names.
	 * @param commit whether there is a commit of wishes; otherwise there is one if an
	 * addition is due
	 */
	List<Addition> take(boolean commit, long now) {
		if (this.waiting.isEmpty() || (!commit && this.waiting.stream().noneMatch((addition) -> addition.isDue(now)))) {
			return List.of();
		}
		List<Addition> taken = new ArrayList<>();
		Addition next = this.waiting.poll();
		while (next != null) {
			taken.add(next);
			next = this.waiting.poll();
		}
		taken.sort(Comparator.comparing(Addition::name));
		return taken;
	}

	/** Puts back one whose commit failed because of another. */
	void putBack(Addition blameless) {
		this.waiting.add(blameless);
	}

	/** The writer has ended; refuses the remaining additions. */
	void end() {
		this.ended = true;
		refuseIfEnded();
	}

	private void refuseIfEnded() {
		if (this.ended) {
			take(true, 0).forEach((addition) -> addition.fail(new StoreUnavailable()));
		}
	}

}
