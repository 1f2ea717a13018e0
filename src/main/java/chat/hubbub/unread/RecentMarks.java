package chat.hubbub.unread;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import chat.hubbub.topic.TopicName;

/**
 * The last changes of the marks of people who are not online on this node. Another node
 * may not have stored them yet when its user comes from there. Limited in time and in
 * number: of more, the oldest are forgotten. Guarded by {@link Readers}.
 */
final class RecentMarks {

	/** A change is stored within a second, unless the store is slow. */
	static final Duration KEPT = Duration.ofSeconds(5);

	static final int MOST = 10_000;

	/** The person with the last change at the end. */
	private final Map<String, Recent> people = new LinkedHashMap<>();

	private int size;

	/**
	 * Adds a change.
	 * @param now the nano time
	 */
	void add(MarkChanged changed, long now) {
		Map<TopicName, Change> changes = take(changed.person(), now);
		changes.merge(changed.topic(), changed.change(), Change::then);
		this.people.put(changed.person(), new Recent(changes, now));
		this.size += changes.size();
		forgetOldest(now);
	}

	private void forgetOldest(long now) {
		Iterator<Recent> oldest = this.people.values().iterator();
		while (oldest.hasNext()) {
			Recent next = oldest.next();
			if (this.size <= MOST && now - next.at() <= KEPT.toNanos()) {
				break;
			}
			this.size -= next.changes().size();
			oldest.remove();
		}
	}

	/**
	 * Removes the changes of a person, unless they are stored by now and others may have
	 * followed that this node has not heard of.
	 * @param now the nano time
	 * @return a map of the caller
	 */
	Map<TopicName, Change> take(String person, long now) {
		Recent recent = this.people.remove(person);
		if (recent == null) {
			return new HashMap<>(2);
		}
		this.size -= recent.changes().size();
		return (now - recent.at() <= KEPT.toNanos()) ? recent.changes() : new HashMap<>(2);
	}

	/**
	 * The changes of a person.
	 *
	 * @param changes the changes by their topics
	 * @param at the nano time of the last one
	 */
	private record Recent(Map<TopicName, Change> changes, long at) {

	}

}
