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

	private final Names registered;

	private final Clock clock;

	private final Map<String, Seat> seats = new HashMap<>();

	private final Map<String, Seat> connections = new HashMap<>();

	private final LinkedHashMap<String, Seat> absent = new LinkedHashMap<>();

	// Of names that accounts have.
	private final Map<String, Numbers> numbers = new HashMap<>();

	private long lastNumber;

	Guests(Names registered, Clock clock) {
		this.registered = registered;
		this.clock = clock;
	}

	/**
	 * Keeps a name from becoming an account's while somebody else chats under it.
	 * @param name the name, already kept from guests who come
	 * @param holder the browser's session that may have it, or {@code null}
	 * @throws NameTaken if somebody who is online has that name, or one like it
	 */
	synchronized void refuseIfOnline(Username name, @Nullable String holder) {
		forgetLongAbsent();
		for (String look : name.looks()) {
			Seat seat = this.seats.get(look);
			if (seat != null && !(holder != null && holder.equals(seat.holder))) {
				throw new NameTaken(name);
			}
		}
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
		add(seat);
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
			remove(seat);
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
		Seat seat = seatOf(name);
		if (seat == null || !holder.equals(seat.holder)) {
			return;
		}
		seat.holder = null;
		if (seat.connections.isEmpty()) {
			this.absent.remove(seat.key());
			remove(seat);
		}
	}

	private Seat claimSeat(Username wanted, String holder) {
		forgetLongAbsent();
		if (this.registered.isTaken(wanted)) {
			throw new NameTaken(wanted);
		}
		Seat seat = seatOf(wanted);
		if (seat == null) {
			seat = new Seat(User.guest(wanted, wanted.key()), holder);
			add(seat);
			leaveEmpty(seat);
		}
		else if (!holder.equals(seat.holder)) {
			throw new NameTaken(wanted);
		}
		else if (!wanted.equals(seat.user.username())) {
			respell(seat, wanted);
		}
		return seat;
	}

	/** The same name in other letters, or in such as look like them. */
	private void respell(Seat seat, Username wanted) {
		for (String look : wanted.looks()) {
			if (this.seats.getOrDefault(look, seat) != seat) {
				throw new NameTaken(wanted);
			}
		}
		boolean empty = this.absent.remove(seat.key()) != null;
		remove(seat);
		seat.user = User.guest(wanted, wanted.key());
		add(seat);
		if (empty) {
			leaveEmpty(seat);
		}
	}

	/** Whoever has that name or one that looks like it. */
	private @Nullable Seat seatOf(Username name) {
		for (String look : name.looks()) {
			Seat seat = this.seats.get(look);
			if (seat != null) {
				return seat;
			}
		}
		return null;
	}

	private void add(Seat seat) {
		seat.user.username().looks().forEach((look) -> this.seats.put(look, seat));
	}

	private void remove(Seat seat) {
		seat.user.username().looks().forEach((look) -> this.seats.remove(look, seat));
	}

	private boolean isFree(Username name) {
		return seatOf(name) == null && !this.registered.isTaken(name);
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
			remove(seat);
		}
	}

	private Username firstFree(Username wanted) {
		if (isFree(wanted)) {
			return wanted;
		}
		if (wanted.isReserved()) {
			throw new NameTaken(wanted);
		}
		Numbers numbers = numbers(wanted);
		Username name = wanted.numbered(numbers.next());
		while (!isFree(name)) {
			name = wanted.numbered(numbers.next());
		}
		return name;
	}

	/** Those of whoever online has the name; an account may have it and be away. */
	private Numbers numbers(Username wanted) {
		Seat taken = seatOf(wanted);
		return (taken != null) ? taken.numbers : this.numbers.computeIfAbsent(wanted.key(), (key) -> new Numbers());
	}

	private Username nextGuest() {
		Username name = new Username("guest-" + ++this.lastNumber);
		while (!isFree(name)) {
			name = new Username("guest-" + ++this.lastNumber);
		}
		return name;
	}

	/**
	 * The last number given to somebody who wanted a name that is taken; it saves a
	 * search.
	 */
	private static final class Numbers {

		private int last = 1;

		int next() {
			return ++this.last;
		}

	}

	private static final class Seat {

		private final Set<String> connections = new HashSet<>(2);

		private User user;

		private @Nullable String holder;

		private Instant emptySince = Instant.MAX;

		private final Numbers numbers = new Numbers();

		Seat(User user, String holder) {
			this.user = user;
			this.holder = holder;
		}

		String key() {
			return this.user.username().key();
		}

	}

}
