package chat.hubbub.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

/**
 * The users who are typing, on all nodes. An entry expires by itself. Thread-safe: all
 * methods except {@link #isEmpty} hold this object's monitor, for a short time.
 */
@Component
class Typists {

	/** The time after which a user who has sent no further notice is not typing. */
	static final Duration EXPIRY = Duration.ofSeconds(6);

	/** A notice that comes sooner after another changes nothing. */
	static final Duration FRESH = Duration.ofSeconds(1);

	/** The number of names that a place shows. */
	static final int SHOWN = 10;

	/** The maximum number of users who are typing in one place; others do not count. */
	static final int MAX_IN_PLACE = 20;

	/** The maximum number of places in which users are typing. */
	static final int MAX_PLACES = 1_000;

	private static final TypingNotice NONE = new TypingNotice(0, List.of());

	/** For each place, the nano time of the last notice of each user. */
	private final Map<String, Map<String, Long>> places = new HashMap<>();

	/** The last notice of each place. */
	private final Map<String, TypingNotice> told = new HashMap<>();

	private volatile boolean empty = true;

	/** Whether no user is typing anywhere. Does not wait for other threads. */
	boolean isEmpty() {
		return this.empty;
	}

	/** Whether a user has been typing in a place just now, or at all. */
	synchronized boolean isTyping(String place, String name, long now, Duration within) {
		Long last = this.places.getOrDefault(place, Map.of()).get(name);
		return last != null && now - last < within.toNanos();
	}

	/** Applies a fact. */
	synchronized void apply(Typed fact, long now) {
		if (!fact.typing()) {
			this.places.getOrDefault(fact.place(), Map.of()).remove(fact.name());
			return;
		}
		if (this.places.size() >= MAX_PLACES && !this.places.containsKey(fact.place())) {
			return;
		}
		Map<String, Long> typists = this.places.computeIfAbsent(fact.place(), (unused) -> new LinkedHashMap<>());
		if (typists.size() < MAX_IN_PLACE || typists.containsKey(fact.name())) {
			typists.put(fact.name(), now);
			this.empty = false;
		}
	}

	/**
	 * Removes the users who have stopped.
	 * @param now the nano time
	 * @param tell receives each place with other users than at the last call
	 */
	synchronized void drain(long now, BiConsumer<String, TypingNotice> tell) {
		Iterator<Map.Entry<String, Map<String, Long>>> places = this.places.entrySet().iterator();
		while (places.hasNext()) {
			Map.Entry<String, Map<String, Long>> place = places.next();
			place.getValue().values().removeIf((last) -> now - last >= EXPIRY.toNanos());
			tell(place.getKey(), notice(place.getValue()), tell);
			if (place.getValue().isEmpty()) {
				places.remove();
			}
		}
		this.empty = this.places.isEmpty();
	}

	/** The users who are typing in a place, as the clients know them; empty if none. */
	synchronized Optional<TypingNotice> told(String place) {
		return Optional.ofNullable(this.told.get(place));
	}

	private void tell(String place, TypingNotice notice, BiConsumer<String, TypingNotice> tell) {
		TypingNotice before = (notice.count() > 0) ? this.told.put(place, notice) : this.told.remove(place);
		if (!notice.equals(Objects.requireNonNullElse(before, NONE))) {
			tell.accept(place, notice);
		}
	}

	private static TypingNotice notice(Map<String, Long> typists) {
		return new TypingNotice(typists.size(), typists.keySet().stream().limit(SHOWN).toList());
	}

}
