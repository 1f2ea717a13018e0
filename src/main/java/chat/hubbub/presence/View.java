package chat.hubbub.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people of a place as clients see them at one time. Immutable.
 *
 * @param online the number of people who are online
 * @param away the number of people who are away
 * @param people the shown people by name, the first comers first; not changed any more
 */
record View(int online, int away, Map<String, Shown> people) {

	/** A place without people. */
	static final View EMPTY = new View(0, 0, Map.of());

	/** The maximum number of people in a place that shows them all. */
	static final int ALL = 200;

	/**
	 * The time between two messages about a larger place, which very many receive.
	 */
	static final Duration LARGE_EVERY = Duration.ofSeconds(3);

	/** The number of people that a larger place shows. */
	static final int FIRST = 50;

	/**
	 * Looks at a place.
	 * @param members its people, the first comers first
	 * @param away how many of them are away
	 */
	static View of(Map<String, Member> members, int away) {
		int bound = (members.size() <= ALL) ? ALL : FIRST;
		Map<String, Shown> people = new LinkedHashMap<>();
		for (Member member : members.values()) {
			if (people.size() >= bound) {
				break;
			}
			// A new person may already have the name of one in the time of grace.
			people.merge(member.name(), member.shown(), Shown::and);
		}
		return new View(members.size() - away, away, people);
	}

	/** All of it. */
	Notice state() {
		return new Notice("state", this.online, this.away, List.copyOf(this.people.values()), List.of());
	}

	/** The differences to an earlier view, or all of this one if that is less. */
	Notice since(View before) {
		List<Shown> changed = this.people.values()
			.stream()
			.filter((person) -> !person.equals(before.people.get(person.name())))
			.toList();
		List<String> gone = new ArrayList<>(before.people.keySet());
		gone.removeAll(this.people.keySet());
		return (changed.size() + gone.size() > this.people.size()) ? state()
				: new Notice("changed", this.online, this.away, changed, gone);
	}

}
