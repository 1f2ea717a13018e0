package chat.hubbub.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * All seats by the skeletons of their names. Used under the monitor of {@link Guests}.
 */
final class Seats {

	private final Map<String, Seat> seats = new HashMap<>();

	// The seat that has been empty for the longest time comes first.
	private final Set<Seat> empty = new LinkedHashSet<>();

	/** Finds the seat with that name or one that looks like it. */
	@Nullable Seat find(Username name) {
		for (String look : name.looks()) {
			Seat seat = this.seats.get(look);
			if (seat != null) {
				return seat;
			}
		}
		return null;
	}

	/** Whether another seat has that name or one that looks like it. */
	boolean hasOther(Username name, @Nullable Seat own) {
		return name.looks().stream().map(this.seats::get).anyMatch((seat) -> seat != null && seat != own);
	}

	/** The holder of each skeleton. */
	Map<String, String> looks() {
		Map<String, String> looks = new HashMap<>();
		this.seats.forEach((look, seat) -> looks.put(look, holder(seat)));
		return looks;
	}

	/** The seats of some holders. */
	List<Seat> of(Set<String> holders) {
		return this.seats.values().stream().distinct().filter((seat) -> holders.contains(holder(seat))).toList();
	}

	/** A seat that its browser has left belongs to its connections. */
	private static String holder(Seat seat) {
		return (seat.holder != null) ? seat.holder : seat.connections.stream().sorted().findFirst().orElse("");
	}

	void add(Seat seat) {
		seat.user.username().looks().forEach((look) -> this.seats.put(look, seat));
	}

	void remove(Seat seat) {
		this.empty.remove(seat);
		seat.user.username().looks().forEach((look) -> this.seats.remove(look, seat));
	}

	/** Changes the spelling of a guest's name to one that looks like it. */
	void respell(Seat seat, User user) {
		seat.user.username().looks().forEach((look) -> this.seats.remove(look, seat));
		seat.user = user;
		add(seat);
	}

	void take(Seat seat, String connection) {
		this.empty.remove(seat);
		seat.connections.add(connection);
	}

	void leaveEmpty(Seat seat, Instant now) {
		seat.emptySince = now;
		this.empty.add(seat);
	}

	/**
	 * The seat that has been empty for the longest time, if it became empty at or before
	 * that time.
	 */
	@Nullable Seat emptySince(Instant then) {
		var eldest = this.empty.iterator();
		Seat seat = eldest.hasNext() ? eldest.next() : null;
		return (seat != null && !seat.emptySince.isAfter(then)) ? seat : null;
	}

}
