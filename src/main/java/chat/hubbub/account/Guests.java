package chat.hubbub.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The guests who are online and the names they have. A guest is held by whoever brought
 * it: a browser's session, which keeps its name over reloads and short absences, or one
 * connection, which gives its name back when it ends.
 * <p>
 * Thread-safe: every method but {@code is…} holds this object's monitor, and no method
 * does any I/O.
 */
@Component
public class Guests {

	/** How long a browser that has no connection keeps its name. */
	static final Duration GRACE = Duration.ofMinutes(1);

	private final Names registered;

	private final Clock clock;

	private final Seats seats = new Seats();

	private final Map<String, Seat> connections = new HashMap<>();

	private final Map<String, Seat> holders = new ConcurrentHashMap<>();

	private final Departed departed = new Departed(GRACE);

	private final FreeNames free;

	Guests(Names registered, Clock clock) {
		this.registered = registered;
		this.free = new FreeNames(this.seats, registered);
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
		Seat own = (holder != null) ? this.holders.get(holder) : null;
		if (this.seats.hasOther(name, own)) {
			throw new NameTaken(name);
		}
	}

	/**
	 * Gives a browser's session the very name that it wants, in place of the one that it
	 * had. Asking again is harmless.
	 * @param wanted the name
	 * @param holder the session, by an id that only it knows
	 * @return the guest, as which each of the session's connections may
	 * {@link #join(Username, String, String) join}
	 * @throws NameTaken if somebody else who is online has that name
	 * @throws SessionEnded if the session has left
	 */
	public synchronized User claim(Username wanted, String holder) {
		return claimSeat(wanted, holder).user;
	}

	/**
	 * Brings a connection in as the guest of its browser's session.
	 * @param name the name that the session claimed, maybe before another one
	 * @param holder the session
	 * @param connection the connection's id
	 * @return the guest
	 * @throws NameTaken if the session was away so long that somebody else has the name
	 * @throws SessionEnded if the session has left
	 */
	public synchronized User join(Username name, String holder, String connection) {
		Seat known = this.holders.get(holder);
		Seat seat = (known != null) ? known : claimSeat(name, holder);
		seat(connection, seat);
		return seat.user;
	}

	/**
	 * Whether a browser's session is still the guest that one of its connections is.
	 * Answers without waiting for others.
	 * @param user who the connection is
	 * @param holder the session
	 * @return {@code false} once the session has left or has taken another name
	 */
	public boolean isStill(User user, String holder) {
		Seat seat = this.holders.get(holder);
		return seat != null && seat.user.username().equals(user.username());
	}

	/**
	 * Whether a browser's session is a guest now, under whatever name. Answers without
	 * waiting for others.
	 * @param holder the session
	 * @return {@code false} once the session has left
	 */
	public boolean isHere(String holder) {
		return this.holders.containsKey(holder);
	}

	/**
	 * Whether a browser's session may use the name that it remembers.
	 * @param name the name that the session claimed
	 * @param holder the session
	 * @return {@code false} if it is an account's or another guest's now, if nobody may
	 * take it any more, or if the session has left
	 */
	public synchronized boolean mayBe(Username name, String holder) {
		forgetLongAbsent();
		return !this.departed.contains(holder, now()) && Spelling.isAllowed(name) && !this.registered.isTaken(name)
				&& !this.seats.hasOther(name, this.holders.get(holder));
	}

	/**
	 * Brings in a connection that stands for itself. A name that is taken gets a number.
	 * @param wanted the name, or {@code null} to be {@code guest-N}
	 * @param connection the connection's id
	 * @return the guest
	 */
	public synchronized User enter(@Nullable Username wanted, String connection) {
		forgetLongAbsent();
		Username name = (wanted != null) ? this.free.like(wanted) : this.free.nextGuest();
		Seat seat = new Seat(User.guest(name, (wanted != null) ? wanted.key() : ""), connection);
		this.seats.add(seat);
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
		if (seat.holder == null || seat.isHeldBy(connection)) {
			this.seats.remove(seat);
		}
		else {
			this.seats.leaveEmpty(seat, now());
		}
	}

	/**
	 * Gives back the name of a browser's session: at once, or when the last of its
	 * connections ends. The session cannot come back.
	 * @param holder the session
	 */
	public synchronized void leave(String holder) {
		this.departed.add(holder, now());
		Seat seat = this.holders.get(holder);
		if (seat != null) {
			release(seat, holder);
		}
	}

	private Seat claimSeat(Username wanted, String holder) {
		forgetLongAbsent();
		Spelling.check(wanted);
		if (this.departed.contains(holder, now())) {
			throw new SessionEnded();
		}
		Seat own = this.holders.get(holder);
		if (this.registered.isTaken(wanted) || this.seats.hasOther(wanted, own)) {
			throw new NameTaken(wanted);
		}
		if (own != null && this.seats.find(wanted) == own) {
			this.seats.respell(own, User.guest(wanted, wanted.key()));
			return own;
		}
		if (own != null) {
			release(own, holder);
		}
		return sit(wanted, holder);
	}

	private Seat sit(Username name, String holder) {
		Seat seat = new Seat(User.guest(name, name.key()), holder);
		this.seats.add(seat);
		this.seats.leaveEmpty(seat, now());
		this.holders.put(holder, seat);
		return seat;
	}

	private void release(Seat seat, String holder) {
		this.holders.remove(holder);
		seat.holder = null;
		if (seat.connections.isEmpty()) {
			this.seats.remove(seat);
		}
	}

	private void seat(String connection, Seat seat) {
		this.seats.take(seat, connection);
		this.connections.put(connection, seat);
	}

	private void forgetLongAbsent() {
		Instant bound = now().minus(GRACE);
		for (Seat seat = this.seats.emptySince(bound); seat != null; seat = this.seats.emptySince(bound)) {
			this.seats.remove(seat);
			if (seat.holder != null) {
				this.holders.remove(seat.holder);
			}
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

}
