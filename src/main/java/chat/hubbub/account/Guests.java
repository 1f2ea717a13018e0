package chat.hubbub.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The guests who are online and the names they have. A guest is held by whoever brought
 * it: a browser's session, which keeps its name over reloads and short absences, or one
 * connection, which gives its name back when it ends.
 * <p>
 * Thread-safe: every method holds this object's monitor, and none does any I/O.
 */
@Component
public class Guests {

	/** How long a browser that has no connection keeps its name. */
	static final Duration GRACE = Duration.ofMinutes(1);

	private final Clock clock;

	private final Map<String, Seat> seats = new HashMap<>();

	private final Map<String, Seat> connections = new HashMap<>();

	private final LinkedHashMap<String, Seat> absent = new LinkedHashMap<>();

	private long lastNumber;

	Guests(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Gives a browser's session the very name that it wants. Asking again is harmless.
	 * @param wanted the name
	 * @param holder the session, by an id that only it knows
	 * @return the guest, as which each of the session's connections may
	 * {@link #join(Username, String, String) join}
	 * @throws NameTaken if somebody else who is online has that name
	 */
	public synchronized User claim(Username wanted, String holder) {
		return claimSeat(wanted, holder).user;
	}

	/**
	 * Brings a connection in as the guest of its browser's session.
	 * @param name the name that the session claimed
	 * @param holder the session
	 * @param connection the connection's id
	 * @return the guest
	 * @throws NameTaken if the session was away so long that somebody else has the name
	 */
	public synchronized User join(Username name, String holder, String connection) {
		Seat seat = claimSeat(name, holder);
		seat(connection, seat);
		return seat.user;
	}

	/**
	 * Brings in a connection that stands for itself. A name that is taken gets a number.
	 * @param wanted the name, or {@code null} to be {@code guest-N}
	 * @param connection the connection's id
	 * @return the guest
	 */
	public synchronized User enter(@Nullable Username wanted, String connection) {
		forgetLongAbsent();
		Username name = (wanted != null) ? firstFree(wanted) : nextGuest();
		Seat seat = new Seat(User.guest(name, (wanted != null) ? wanted.key() : ""), connection);
		this.seats.put(name.key(), seat);
		seat(connection, seat);
		return seat.user;
	}

	/**
	 * Takes a connection out; one that is not in is ignored.
	 * @param connection the connection's id
	 */
	public synchronized void disconnect(String connection) {
		Seat seat = this.connections.remove(connection);
		if (seat == null || !seat.connections.remove(connection) || !seat.connections.isEmpty()) {
			return;
		}
		if (seat.holder == null || seat.holder.equals(connection)) {
			this.seats.remove(seat.key());
		}
		else {
			leaveEmpty(seat);
		}
	}

	/**
	 * Gives back the name of a browser's session: at once, or when the last of its
	 * connections ends.
	 * @param name the name that the session claimed
	 * @param holder the session
	 */
	public synchronized void leave(Username name, String holder) {
		Seat seat = this.seats.get(name.key());
		if (seat == null || !holder.equals(seat.holder)) {
			return;
		}
		seat.holder = null;
		if (seat.connections.isEmpty()) {
			this.absent.remove(seat.key());
			this.seats.remove(seat.key());
		}
	}

	private Seat claimSeat(Username wanted, String holder) {
		forgetLongAbsent();
		Seat seat = this.seats.get(wanted.key());
		if (seat == null) {
			seat = new Seat(User.guest(wanted, wanted.key()), holder);
			this.seats.put(seat.key(), seat);
			leaveEmpty(seat);
		}
		else if (!holder.equals(seat.holder)) {
			throw new NameTaken(wanted);
		}
		else if (!wanted.equals(seat.user.username())) {
			// The same name in other letters.
			seat.user = User.guest(wanted, wanted.key());
		}
		return seat;
	}

	private void seat(String connection, Seat seat) {
		this.absent.remove(seat.key());
		seat.connections.add(connection);
		this.connections.put(connection, seat);
	}

	private void leaveEmpty(Seat seat) {
		seat.emptySince = this.clock.instant();
		this.absent.put(seat.key(), seat);
	}

	private void forgetLongAbsent() {
		Instant bound = this.clock.instant().minus(GRACE);
		var eldest = this.absent.values().iterator();
		while (eldest.hasNext()) {
			Seat seat = eldest.next();
			if (seat.emptySince.isAfter(bound)) {
				return;
			}
			eldest.remove();
			this.seats.remove(seat.key());
		}
	}

	private Username firstFree(Username wanted) {
		Seat taken = this.seats.get(wanted.key());
		if (taken == null) {
			return wanted;
		}
		Username name = wanted.numbered(++taken.lastNumber);
		while (this.seats.containsKey(name.key())) {
			name = wanted.numbered(++taken.lastNumber);
		}
		return name;
	}

	private Username nextGuest() {
		Username name = new Username("guest-" + ++this.lastNumber);
		while (this.seats.containsKey(name.key())) {
			name = new Username("guest-" + ++this.lastNumber);
		}
		return name;
	}

	private static final class Seat {

		private final Set<String> connections = new HashSet<>(2);

		private User user;

		private @Nullable String holder;

		private Instant emptySince = Instant.MAX;

		// The last number given to somebody who wanted this name; it saves a search.
		private int lastNumber = 1;

		Seat(User user, String holder) {
			this.user = user;
			this.holder = holder;
		}

		String key() {
			return this.user.username().key();
		}

	}

}
