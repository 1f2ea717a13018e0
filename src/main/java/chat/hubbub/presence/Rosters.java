package chat.hubbub.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

/**
 * The people in all places, on all nodes, as the facts of the nodes tell. Thread-safe:
 * all methods except {@code view} hold this object's monitor.
 */
@Component
class Rosters {

	/** The time after which the people of a silent node are gone. */
	static final Duration SILENCE = Duration.ofSeconds(20);

	private final Map<String, Roster> rosters = new ConcurrentHashMap<>();

	private final Set<String> changed = new LinkedHashSet<>();

	/** The nano time of the last fact of each node. */
	private final Map<String, Long> heard = new HashMap<>();

	/**
	 * Applies a fact.
	 * @param now the nano time
	 * @return whether the node was unknown, so that earlier facts may be missing
	 */
	synchronized boolean apply(Attended fact, long now) {
		boolean unknown = this.heard.put(fact.node(), now) == null;
		if (fact.complete()) {
			forget(fact.node());
		}
		for (Seen seen : fact.people()) {
			this.rosters.computeIfAbsent(seen.place(), (unused) -> new Roster()).apply(fact.node(), seen);
			this.changed.add(seen.place());
		}
		return unknown && !fact.complete();
	}

	/**
	 * Collects the differences since the last call.
	 * @param now the nano time
	 * @param tell receives each place that has changed, and the differences
	 */
	synchronized void drain(long now, BiConsumer<String, Notice> tell) {
		Set<String> silent = new LinkedHashSet<>();
		this.heard.forEach((node, last) -> {
			if (now - last > SILENCE.toNanos()) {
				silent.add(node);
			}
		});
		silent.forEach(this::forget);
		this.heard.keySet().removeAll(silent);
		this.changed.removeIf((place) -> look(place, now, tell));
	}

	/** Whether a person is in any place. */
	synchronized boolean hasPerson(String person) {
		return this.rosters.values().stream().anyMatch((roster) -> roster.has(person));
	}

	/** The people of a place as clients saw them last. */
	View view(String place) {
		Roster roster = this.rosters.get(place);
		return (roster != null) ? roster.view() : View.EMPTY;
	}

	/**
	 * Returns whether the differences are told, so that the place has not changed now.
	 */
	private boolean look(String place, long now, BiConsumer<String, Notice> tell) {
		Roster roster = this.rosters.get(place);
		if (roster == null || !roster.isDue(now)) {
			return roster == null;
		}
		Notice notice = roster.look(now);
		if (notice != null) {
			tell.accept(place, notice);
		}
		if (roster.isEmpty()) {
			this.rosters.remove(place);
		}
		return true;
	}

	private void forget(String node) {
		this.rosters.forEach((place, roster) -> {
			roster.forget(node);
			this.changed.add(place);
		});
	}

}
