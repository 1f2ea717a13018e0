package chat.hubbub.presence;

import java.util.HashMap;
import java.util.Map;

/**
 * A person with connections to this node, and the places where they are. Guarded by
 * {@link Visits}.
 */
final class Person {

	private final String key;

	private final boolean guest;

	private final Map<String, Stay> stays = new HashMap<>(2);

	private String name = "";

	private int visits;

	private int awayVisits;

	private boolean away;

	Person(String key, boolean guest) {
		this.key = key;
		this.guest = guest;
	}

	String key() {
		return this.key;
	}

	/** Whether they have no account. */
	boolean isGuest() {
		return this.guest;
	}

	String name() {
		return this.name;
	}

	boolean isAway() {
		return this.away;
	}

	Map<String, Stay> stays() {
		return this.stays;
	}

	/** Returns whether it was another name. */
	boolean rename(String now) {
		boolean other = !this.name.equals(now);
		this.name = now;
		return other;
	}

	/**
	 * Adds connections. A person is away if all connections are; without any, the last
	 * state remains.
	 * @param more the number of connections to add, negative to remove them
	 * @param areAway whether these are away
	 * @return whether the state of the person has changed
	 */
	boolean add(int more, boolean areAway) {
		this.visits += more;
		this.awayVisits += areAway ? more : 0;
		boolean before = this.away;
		if (this.visits > 0) {
			this.away = this.awayVisits >= this.visits;
		}
		return before != this.away;
	}

}
