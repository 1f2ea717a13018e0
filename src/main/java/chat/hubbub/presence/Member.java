package chat.hubbub.presence;

import java.util.HashMap;
import java.util.Map;

/**
 * A person in a place, as seen by all nodes. Immutable.
 *
 * @param name the name that is shown
 * @param guest whether they have no account
 * @param away for each node with this person, whether they are away there
 */
record Member(String name, boolean guest, Map<String, Boolean> away) {

	static Member of(String node, Seen seen) {
		return new Member(seen.name(), seen.guest(), Map.of(node, seen.state() == State.AWAY));
	}

	/** The same person with the state on one more node, or with another one there. */
	Member with(String node, Seen seen) {
		if (this.away.isEmpty() || (this.away.size() == 1 && this.away.containsKey(node))) {
			return of(node, seen);
		}
		Map<String, Boolean> all = new HashMap<>(this.away);
		all.put(node, seen.state() == State.AWAY);
		return new Member(seen.name(), seen.guest(), Map.copyOf(all));
	}

	Member without(String node) {
		Map<String, Boolean> rest = new HashMap<>(this.away);
		rest.remove(node);
		return new Member(this.name, this.guest, Map.copyOf(rest));
	}

	/** Whether any node has this person. */
	boolean isHere() {
		return !this.away.isEmpty();
	}

	boolean isAway() {
		return !this.away.containsValue(false);
	}

	Shown shown() {
		return new Shown(this.name, isAway(), this.guest);
	}

}
