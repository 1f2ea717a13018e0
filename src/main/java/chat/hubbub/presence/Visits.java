package chat.hubbub.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * The people who are connected to this node. A person is in a place while any of their
 * connections subscribes to it, and for a {@link #GRACE} after that. An event takes
 * constant time, unless it changes a person in all places. Thread-safe: all methods hold
 * this object's monitor, for a short time.
 */
@Component
class Visits {

	/** The time after which a person who has closed the last connection is gone. */
	static final Duration GRACE = Duration.ofSeconds(10);

	/**
	 * The maximum number of stays in their time of grace, which no connection pays for.
	 * If there are more, the oldest ends at once.
	 */
	static final int MAX_LINGERING = 10_000;

	private final Map<String, Person> people = new HashMap<>();

	/** The stays in their time of grace; the first ends first. */
	private final Set<Stay> lingering = new LinkedHashSet<>();

	private final Set<Stay> changed = new LinkedHashSet<>();

	/** A connection has subscribed to a place. */
	synchronized void began(Visit visit, String place) {
		Person person = person(visit);
		boolean counted = count(visit, person, 1);
		if (person.rename(visit.name()) || counted) {
			markAll(person);
		}
		Stay stay = person.stays().computeIfAbsent(place, (unused) -> new Stay(person, place));
		int subscriptions = stay.add(1);
		if (subscriptions == 1) {
			this.lingering.remove(stay);
			this.changed.add(stay);
		}
		else if (subscriptions == 0) {
			// The end of this subscription came first.
			forget(stay);
		}
	}

	/**
	 * A subscription of a connection to a place has ended.
	 * @param now the nano time
	 * @param vanished whether the client was silent for so long that it gets no grace
	 */
	synchronized void ended(Visit visit, String place, long now, boolean vanished) {
		Person person = person(visit);
		if (count(visit, person, -1)) {
			markAll(person);
		}
		Stay stay = person.stays().computeIfAbsent(place, (unused) -> new Stay(person, place));
		if (stay.add(-1) != 0) {
			return;
		}
		if (vanished) {
			finish(stay);
			return;
		}
		stay.endAt(now + GRACE.toNanos());
		this.lingering.add(stay);
		if (this.lingering.size() > MAX_LINGERING) {
			finishFirst();
		}
	}

	/** The user of a connection has gone away from it or has returned. */
	synchronized void away(Visit visit, boolean away) {
		Person person = this.people.get(visit.person());
		if (person == null || !visit.isHere()) {
			visit.setAway(away);
			return;
		}
		person.add(-1, visit.isAway());
		visit.setAway(away);
		person.add(1, away);
		markAll(person);
	}

	/**
	 * Ends the stays whose time of grace is over.
	 * @param now the nano time
	 * @return the people who may have changed since the last call
	 */
	synchronized List<Seen> drain(long now) {
		while (!this.lingering.isEmpty() && this.lingering.iterator().next().isDue(now)) {
			finishFirst();
		}
		List<Seen> seen = this.changed.stream().map(Stay::seen).toList();
		this.changed.clear();
		return seen;
	}

	/** All people in all places, also those in their time of grace. */
	synchronized List<Seen> all() {
		List<Seen> all = new ArrayList<>();
		this.people.values()
			.forEach((
					person) -> person.stays().values().stream().filter(Stay::isReal).map(Stay::seen).forEach(all::add));
		return all;
	}

	private Person person(Visit visit) {
		return this.people.computeIfAbsent(visit.person(), (key) -> new Person(key, visit.isGuest()));
	}

	/** Returns whether the state of the person has changed. */
	private static boolean count(Visit visit, Person person, int more) {
		return visit.add(more) && person.add(more, visit.isAway());
	}

	private void markAll(Person person) {
		person.stays().values().stream().filter(Stay::isReal).forEach(this.changed::add);
	}

	private void finishFirst() {
		Iterator<Stay> first = this.lingering.iterator();
		Stay stay = first.next();
		first.remove();
		finish(stay);
	}

	private void finish(Stay stay) {
		stay.finish();
		this.changed.add(stay);
		forget(stay);
	}

	private void forget(Stay stay) {
		Person person = stay.person();
		person.stays().remove(stay.place());
		if (person.stays().isEmpty()) {
			this.people.remove(person.key());
		}
	}

}
