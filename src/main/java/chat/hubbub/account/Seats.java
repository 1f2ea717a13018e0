package chat.hubbub.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * All seats by the skeletons of their names. Used under the monitor of
 * {@link LocalGuests}.
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

	/** Whether a seat that others claimed has that name or one that looks like it. */
	boolean hasOther(Username name, String claimant) {
		return name.looks()
			.stream()
			.map(this.seats::get)
			.anyMatch((seat) -> seat != null && !seat.claimant.equals(claimant));
	}

	/** The name of each skeleton. */
	Map<String, GuestName> looks() {
		Map<String, GuestName> looks = new HashMap<>();
		this.seats.forEach((look, seat) -> looks.put(look, new GuestName(seat.user.getName(), seat.claimant)));
		return looks;
	}

	/** The skeletons of all empty seats. */
	Set<String> emptyLooks() {
		Set<String> looks = new HashSet<>();
		this.empty.forEach((seat) -> looks.addAll(seat.user.username().looks()));
		return looks;
	}

	/** The seats of some guests, by a skeleton of each. */
	List<Seat> of(Map<String, GuestName> guests) {
		Set<Seat> found = new LinkedHashSet<>();
		guests.forEach((look, guest) -> {
			Seat seat = this.seats.get(look);
			if (seat != null && seat.claimant.equals(guest.holder())) {
				found.add(seat);
			}
		});
		return List.copyOf(found);
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
