package chat.hubbub.message;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Units with reactions that wait for the next commit that takes reactions. All reactions
 * to one message in one commit are one event, so a topic gets at most four such events a
 * second about a message. Its units keep their room in the queue. For the thread that
 * takes from the queue.
 */
final class HeldReactions {

	/** Five commits within a second would be five events, and a sixth at its end. */
	static final Duration INTERVAL = Duration.ofMillis(250);

	/** Limits the size of an event, because all of them may be about one message. */
	static final int COMMIT_BOUND = 1_000;

	private final LongSupplier nanoTime;

	private final Deque<List<Unit>> waiting = new ArrayDeque<>();

	/** The nano time of the next commit that takes reactions. */
	private long due;

	/** The units that the present commit may still take. */
	private int room;

	/**
	 * Holds nothing yet.
	 * @param nanoTime the time
	 */
	HeldReactions(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.due = nanoTime.getAsLong();
	}

	boolean isEmpty() {
		return this.waiting.isEmpty();
	}

	/** The nanoseconds to wait for other units, but not longer than a limit. */
	long patience(long limit) {
		return isEmpty() ? limit : Math.max(0, Math.min(limit, this.due - this.nanoTime.getAsLong()));
	}

	/**
	 * Begins a commit.
	 * @param now whether it takes reactions in any case
	 */
	void begin(boolean now) {
		this.room = (now || this.due - this.nanoTime.getAsLong() <= 0) ? COMMIT_BOUND : 0;
	}

	/** The next units that waited long enough for this commit. */
	@Nullable List<Unit> poll() {
		return (this.room > 0 && !isEmpty()) ? admit(this.waiting.remove()) : null;
	}

	/**
	 * Holds back units, if one of them has a reaction and the present commit does not
	 * take it.
	 * @return whether they are held
	 */
	boolean hold(List<Unit> units) {
		if (!isCollected(units)) {
			return false;
		}
		if (this.room > 0 && isEmpty()) {
			admit(units);
			return false;
		}
		return this.waiting.add(units);
	}

	private static boolean isCollected(List<Unit> units) {
		for (Unit unit : units) {
			if (unit.isCollected()) {
				return true;
			}
		}
		return false;
	}

	private List<Unit> admit(List<Unit> units) {
		this.room -= units.size();
		this.due = this.nanoTime.getAsLong() + INTERVAL.toNanos();
		return units;
	}

}
