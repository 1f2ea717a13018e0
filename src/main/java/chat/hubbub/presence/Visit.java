package chat.hubbub.presence;

import java.util.Map;

import chat.hubbub.account.User;
import chat.hubbub.account.browser.BrowserGuest;

/**
 * One connection of a person, kept in its attributes. Its fields are guarded by
 * {@link Visits}.
 */
final class Visit {

	private static final String ATTRIBUTE = "hubbub.visit";

	private final String person;

	private final String name;

	private final boolean guest;

	/** The subscriptions to places. */
	private int subscriptions;

	private boolean away;

	/**
	 * A connection that is in no place.
	 * @param person the key of its person
	 * @param name the name of its user
	 * @param guest whether that user has no account
	 */
	Visit(String person, String name, boolean guest) {
		this.person = person;
		this.name = name;
		this.guest = guest;
	}

	/** The visit of a connection. */
	static Visit of(User user, Map<String, Object> attributes) {
		return (Visit) attributes.computeIfAbsent(ATTRIBUTE,
				(unused) -> new Visit(BrowserGuest.person(user, attributes), user.getName(), user.account() == null));
	}

	String person() {
		return this.person;
	}

	String name() {
		return this.name;
	}

	boolean isGuest() {
		return this.guest;
	}

	boolean isAway() {
		return this.away;
	}

	void setAway(boolean away) {
		this.away = away;
	}

	/** Whether the connection is in any place. */
	boolean isHere() {
		return this.subscriptions > 0;
	}

	/** Adds a number of subscriptions; returns whether the connection came or went. */
	boolean add(int more) {
		boolean before = isHere();
		this.subscriptions += more;
		return before != isHere();
	}

}
