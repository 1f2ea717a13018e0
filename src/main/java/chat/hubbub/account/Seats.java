package chat.hubbub.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * All seats, by what their names look like. It is used under the monitor of
 * {@link Guests}.
 */
final class Seats {

	private final Map<String, Seat> seats = new HashMap<>();

	// The longest empty first.
	private final Set<Seat> empty = new LinkedHashSet<>();

	/** Whoever has that name or one that looks like it. */
	@Nullable Seat find(Username name) {
		for (String look : name.looks()) {
			Seat seat = this.seats.get(look);
			if (seat != null) {
				return seat;
			}
		}
		return null;
	}

	/** Whether somebody who sits elsewhere has that name, or one like it. */
	boolean hasOther(Username name, @Nullable Seat own) {
		return name.looks().stream().map(this.seats::get).anyMatch((seat) -> seat != null && seat != own);
	}

	void add(Seat seat) {
		seat.user.username().looks().forEach((look) -> this.seats.put(look, seat));
	}

	void remove(Seat seat) {
		this.empty.remove(seat);
		seat.user.username().looks().forEach((look) -> this.seats.remove(look, seat));
	}

	/** The same guest under a name that looks like the one before. */
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

	/** The seat that was empty for the longest time, if that began at or before then. */
	@Nullable Seat emptySince(Instant then) {
		var eldest = this.empty.iterator();
		Seat seat = eldest.hasNext() ? eldest.next() : null;
		return (seat != null && !seat.emptySince.isAfter(then)) ? seat : null;
	}

}
