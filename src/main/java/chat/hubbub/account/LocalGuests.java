package chat.hubbub.account;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The guests of this node, who do not know those of others. Thread-safe: all methods
 * except {@code is…} hold this object's monitor, and none does I/O.
 */
final class LocalGuests {

	private final Names registered;

	private final Clock clock;

	private final GuestNames others;

	private final Seats seats = new Seats();

	private final Map<String, Seat> connections = new HashMap<>();

	private final Map<String, Seat> holders = new ConcurrentHashMap<>();

	private final Departed departed = new Departed(Guests.GRACE);

	private final FreeNames free;

	/**
	 * No guests yet.
	 * @param registered the names of accounts, which guests cannot have
	 * @param others is told which names are taken and left here
	 */
	LocalGuests(Names registered, Clock clock, GuestNames others) {
		this.registered = registered;
		this.clock = clock;
		this.others = others;
		this.free = new FreeNames(this.seats, registered);
	}

	/**
	 * Prevents an account from taking a name while another person is here with it.
	 * @throws NameTaken if another guest has that name or one that looks like it
	 */
	synchronized void refuseIfOnline(Username name, @Nullable String holder) {
		forgetLongAbsent();
		Seat own = (holder != null) ? this.holders.get(holder) : null;
		if (this.seats.hasOther(name, own)) {
			throw new NameTaken(name);
		}
	}

	/**
	 * Whether a browser's session could {@link #claim} a name.
	 * @throws NameTaken if another guest or an account has that name
	 * @throws SessionEnded if the session has left
	 */
	synchronized void check(Username wanted, String holder) {
		ownSeat(wanted, holder);
	}

	/** Gives a browser's session a name in place of its earlier one. */
	synchronized User claim(Username wanted, String holder) {
		return claimSeat(wanted, holder).user;
	}

	/** Adds a connection as the guest of its browser's session. */
	synchronized User join(Username name, String holder, String connection) {
		Seat known = this.holders.get(holder);
		Seat seat = (known != null) ? known : claimSeat(name, holder);
		seat(connection, seat);
		return seat.user;
	}

	/** As {@link Guests#isStill}. */
	boolean isStill(User user, String holder) {
		Seat seat = this.holders.get(holder);
		return seat != null && seat.user.username().equals(user.username());
	}

	/** As {@link Guests#isHere}. */
	boolean isHere(String holder) {
		return this.holders.containsKey(holder);
	}

	/**
	 * Whether a browser's session may use the name that it remembers. That may be its
	 * former name, which its connections have until it has stored the new one.
	 */
	synchronized boolean mayBe(Username name, String holder) {
		forgetLongAbsent();
		return !this.departed.contains(holder, now()) && Spelling.isAllowed(name) && !this.registered.isTaken(name)
				&& !this.seats.hasOther(name, holder);
	}

	/** Adds a connection without a browser's session, under a free name. */
	synchronized User enter(@Nullable Username wanted, String connection) {
		forgetLongAbsent();
		Username name = (wanted != null) ? this.free.like(wanted) : this.free.nextGuest();
		return sitDown(name, wanted, connection);
	}

	/** A name that is free here, with a number if it has to be another one. */
	synchronized Username freeName(Username wanted, boolean numbered) {
		forgetLongAbsent();
		return numbered ? this.free.numbered(wanted) : this.free.like(wanted);
	}

	/**
	 * Adds a connection under a name, or returns {@code null} if it is no longer free.
	 */
	synchronized @Nullable User enterIfFree(Username name, @Nullable Username wanted, String connection) {
		return this.free.isFree(name) ? sitDown(name, wanted, connection) : null;
	}

	private User sitDown(Username name, @Nullable Username wanted, String connection) {
		Seat seat = new Seat(User.guest(name, (wanted != null) ? wanted.key() : "", Secret.create()), connection);
		add(seat);
		seat(connection, seat);
		return seat.user;
	}

	/** The spelling of a name that a guest has on this node. */
	synchronized Optional<Username> spelling(Username name) {
		forgetLongAbsent();
		return Optional.ofNullable(this.seats.find(name)).map((seat) -> seat.user.username()).filter(name::isLike);
	}

	/** As {@link Guests#looks}. */
	synchronized Map<String, GuestName> looks() {
		forgetLongAbsent();
		return this.seats.looks();
	}

	/** As {@link Guests#away}. */
	synchronized Set<String> away() {
		return this.seats.emptyLooks();
	}

	/** As {@link Guests#rename}. */
	synchronized void rename(Username name, String holder) {
		Seat seat = this.holders.get(holder);
		if (seat != null && !seat.user.username().equals(name) && !this.seats.hasOther(name, seat)) {
			change(seat, name, holder);
		}
	}

	/** As {@link Guests#lose}. */
	synchronized List<User> lose(Map<String, GuestName> lost) {
		List<Seat> gone = this.seats.of(lost);
		gone.forEach((seat) -> {
			this.seats.remove(seat);
			this.holders.values().remove(seat);
			seat.connections.forEach(this.connections::remove);
		});
		return gone.stream().map((seat) -> seat.user).toList();
	}

	/** As {@link Guests#disconnect}. */
	synchronized void disconnect(String connection) {
		Seat seat = this.connections.remove(connection);
		if (seat == null || !seat.connections.remove(connection) || !seat.connections.isEmpty()) {
			return;
		}
		if (seat.holder == null || seat.isHeldBy(connection)) {
			giveUp(seat);
		}
		else {
			this.seats.leaveEmpty(seat, now());
		}
	}

	/** As {@link Guests#leave}. */
	synchronized void leave(String holder) {
		this.departed.add(holder, now());
		Seat seat = this.holders.get(holder);
		if (seat != null) {
			release(seat, holder);
		}
	}

	private Seat claimSeat(Username wanted, String holder) {
		Seat own = ownSeat(wanted, holder);
		return (own != null) ? change(own, wanted, holder) : sit(wanted, holder);
	}

	/** The present seat of a browser's session that may have another name. */
	private @Nullable Seat ownSeat(Username wanted, String holder) {
		forgetLongAbsent();
		Spelling.check(wanted);
		if (this.departed.contains(holder, now())) {
			throw new SessionEnded();
		}
		Seat own = this.holders.get(holder);
		if (this.registered.isTaken(wanted) || this.seats.hasOther(wanted, own)) {
			throw new NameTaken(wanted);
		}
		return own;
	}

	/** A name that looks like the former one leaves the connections on the seat. */
	private Seat change(Seat own, Username wanted, String holder) {
		if (this.seats.find(wanted) != own) {
			// The new seat comes first, so that the holder is always here.
			Seat next = sit(wanted, holder);
			vacate(own);
			return next;
		}
		Set<String> former = new HashSet<>(own.user.username().looks());
		former.removeAll(wanted.looks());
		this.seats.respell(own, User.guest(wanted, wanted.key(), new Secret(holder)));
		this.others.left(former, holder);
		this.others.taken(wanted.looks());
		return own;
	}

	private Seat sit(Username name, String holder) {
		Seat seat = new Seat(User.guest(name, name.key(), new Secret(holder)), holder);
		add(seat);
		this.seats.leaveEmpty(seat, now());
		this.holders.put(holder, seat);
		return seat;
	}

	private void release(Seat seat, String holder) {
		this.holders.remove(holder);
		vacate(seat);
	}

	private void vacate(Seat seat) {
		seat.holder = null;
		if (seat.connections.isEmpty()) {
			giveUp(seat);
		}
	}

	private void add(Seat seat) {
		this.seats.add(seat);
		this.others.taken(seat.user.username().looks());
	}

	private void giveUp(Seat seat) {
		this.seats.remove(seat);
		this.others.left(seat.user.username().looks(), seat.claimant);
	}

	private void seat(String connection, Seat seat) {
		this.seats.take(seat, connection);
		this.connections.put(connection, seat);
	}

	private void forgetLongAbsent() {
		Instant bound = now().minus(Guests.GRACE);
		for (Seat seat = this.seats.emptySince(bound); seat != null; seat = this.seats.emptySince(bound)) {
			giveUp(seat);
			if (seat.holder != null) {
				this.holders.remove(seat.holder);
			}
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

}
