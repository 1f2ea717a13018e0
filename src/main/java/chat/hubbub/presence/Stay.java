package chat.hubbub.presence;

/** A person in a place. Guarded by {@link Visits}. */
final class Stay {

	private final Person person;

	private final String place;

	private int subscriptions;

	/** The nano time at which the stay ends, if it has no subscriptions. */
	private long end;

	private boolean over;

	Stay(Person person, String place) {
		this.person = person;
		this.place = place;
	}

	Person person() {
		return this.person;
	}

	String place() {
		return this.place;
	}

	/** Adds a number of subscriptions; returns how many there are. */
	int add(int more) {
		this.subscriptions += more;
		return this.subscriptions;
	}

	/** Whether it has begun; the end of a subscription may come before its begin. */
	boolean isReal() {
		return this.subscriptions >= 0;
	}

	void endAt(long nanos) {
		this.end = nanos;
	}

	boolean isDue(long now) {
		return now - this.end >= 0;
	}

	void finish() {
		this.over = true;
	}

	Seen seen() {
		State state = this.person.isAway() ? State.AWAY : State.ONLINE;
		return new Seen(this.place, this.person.key(), this.person.name(), this.person.isGuest(),
				this.over ? State.GONE : state);
	}

}
