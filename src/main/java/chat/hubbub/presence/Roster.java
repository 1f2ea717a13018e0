package chat.hubbub.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The people in a place, on all nodes. Guarded by {@link Rosters}, except the view.
 */
final class Roster {

	private final Map<String, Member> members = new LinkedHashMap<>();

	private int away;

	/** The nano time of the last differences, if there were any. */
	private @Nullable Long told;

	private volatile View view = View.EMPTY;

	/** The people as clients saw them last; for any thread. */
	View view() {
		return this.view;
	}

	/** Whether it is time to tell the differences. */
	boolean isDue(long now) {
		return this.told == null || this.members.size() <= View.ALL || now - this.told >= View.LARGE_EVERY.toNanos();
	}

	/** Looks again; returns the differences to the last view, or {@code null}. */
	@Nullable Notice look(long nanos) {
		this.told = nanos;
		View before = this.view;
		View now = View.of(this.members, this.away);
		this.view = now;
		return now.equals(before) ? null : now.since(before);
	}

	boolean has(String person) {
		return this.members.containsKey(person);
	}

	boolean isEmpty() {
		return this.members.isEmpty();
	}

	void apply(String node, Seen seen) {
		Member before = this.members.get(seen.person());
		if (seen.state() != State.GONE) {
			put(seen.person(), before, (before != null) ? before.with(node, seen) : Member.of(node, seen));
		}
		else if (before != null) {
			put(seen.person(), before, before.without(node));
		}
	}

	/** Removes what one node has told. */
	void forget(String node) {
		for (Map.Entry<String, Member> member : List.copyOf(this.members.entrySet())) {
			if (member.getValue().away().containsKey(node)) {
				put(member.getKey(), member.getValue(), member.getValue().without(node));
			}
		}
	}

	private void put(String person, @Nullable Member before, Member now) {
		this.away += count(now) - ((before != null) ? count(before) : 0);
		if (now.isHere()) {
			this.members.put(person, now);
		}
		else {
			this.members.remove(person);
		}
	}

	private static int count(Member member) {
		return (member.isHere() && member.isAway()) ? 1 : 0;
	}

}
