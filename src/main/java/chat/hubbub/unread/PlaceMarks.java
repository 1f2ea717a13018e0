package chat.hubbub.unread;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * How many messages to each place a person has seen, and what their clients were told.
 * Thread-safe.
 */
final class PlaceMarks {

	private final Map<String, Long> seen;

	private final Map<String, Integer> told = new HashMap<>(2);

	private final Set<String> touched = new HashSet<>(2);

	/** Everything up to now is seen. */
	PlaceMarks(Map<String, Long> counts) {
		this.seen = new HashMap<>(counts);
	}

	/** The person has seen so many messages to a place. */
	synchronized void look(String place, long count) {
		this.seen.put(place, count);
		this.touched.add(place);
	}

	/** Something may be new in a place. */
	synchronized void touch(String place) {
		this.touched.add(place);
	}

	/** The places with something new, for a new connection. */
	synchronized List<PlaceState> all(Map<String, Long> counts) {
		return counts.keySet()
			.stream()
			.map((place) -> state(place, counts::get))
			.filter((state) -> state.unread() > 0)
			.toList();
	}

	/** The touched places of which the clients know another number; they are told now. */
	synchronized List<PlaceState> news(ToLongFunction<String> counts) {
		if (this.touched.isEmpty()) {
			return List.of();
		}
		List<PlaceState> news = this.touched.stream()
			.map((place) -> state(place, counts))
			.filter((state) -> state.unread() != this.told.getOrDefault(state.place(), 0))
			.toList();
		news.forEach((state) -> this.told.put(state.place(), state.unread()));
		this.touched.clear();
		return news;
	}

	private PlaceState state(String place, ToLongFunction<String> counts) {
		long unread = counts.applyAsLong(place) - this.seen.getOrDefault(place, 0L);
		return new PlaceState(place, (int) Math.min(Posts.MOST, unread));
	}

}
