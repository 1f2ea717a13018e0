package chat.hubbub.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The guests who are online, and their names. The name of a guest has a holder: a
 * browser's session, which keeps the name over reloads and short absences, or a single
 * connection, which releases it at its end.
 * <p>
 * Thread-safe: all methods except {@code is…} hold this object's monitor, but not while
 * they ask {@link GuestNames}. Without a cluster no method does I/O.
 */
@Component
public class Guests {

	/** The time for which a browser without connections keeps its name. */
	static final Duration GRACE = Duration.ofMinutes(1);

	/**
	 * So many numbers after a name are tried that other nodes may have given, before one
	 * that no node has.
	 */
	private static final int NEXT_NUMBERS = 4;

	private final Names registered;

	private final Clock clock;

	private final Seats seats = new Seats();

	private final Map<String, Seat> connections = new HashMap<>();

	private final Map<String, Seat> holders = new ConcurrentHashMap<>();

	private final Departed departed = new Departed(GRACE);

	private final FreeNames free;

	private final GuestNames others;

	/**
	 * No guests yet.
	 * @param registered the names of accounts, which guests cannot have
	 */
	public Guests(Names registered, Clock clock) {
		this(registered, clock, GuestNames.NO_OTHERS);
	}

	@Autowired
	Guests(Names registered, Clock clock, ObjectProvider<GuestNames> others) {
		this(registered, clock, others.getIfAvailable(() -> GuestNames.NO_OTHERS));
	}

	/** The guests of a node. */
	public Guests(Names registered, Clock clock, GuestNames others) {
		this.registered = registered;
		this.others = others;
		this.free = new FreeNames(this.seats, registered);
		this.clock = clock;
	}

	/**
	 * Prevents an account from taking a name while another person is online with it.
	 * @param name the name, which is already reserved so that new guests cannot take it
	 * @param holder the browser's session that may have it, or {@code null}
	 * @throws NameTaken if another online guest has that name or one that looks like it
	 */
	void refuseIfOnline(Username name, @Nullable String holder) {
		refuseIfHere(name, holder);
		requireFree(name, (holder != null) ? holder : "account " + name.key());
	}

	private synchronized void refuseIfHere(Username name, @Nullable String holder) {
		forgetLongAbsent();
		Seat own = (holder != null) ? this.holders.get(holder) : null;
		if (this.seats.hasOther(name, own)) {
			throw new NameTaken(name);
		}
	}

	/**
	 * Gives a browser's session exactly the name that it asks for, in place of its
	 * earlier one. Repeating this has no effect.
	 * @param wanted the name
	 * @param holder the secret id of the session
	 * @return the guest; each connection of the session may
	 * {@link #join(Username, String, String) join} as this guest
	 * @throws NameTaken if another online guest has that name
	 * @throws SessionEnded if the session has left
	 */
	public User claim(Username wanted, String holder) {
		if (this.others.areShared()) {
			// A refused guest must not replace the holder whom other nodes know.
			refuseHere(wanted, holder);
			requireFree(wanted, holder);
		}
		return claimHere(wanted, holder);
	}

	private synchronized void refuseHere(Username wanted, String holder) {
		ownSeat(wanted, holder);
	}

	private synchronized User claimHere(Username wanted, String holder) {
		return claimSeat(wanted, holder).user;
	}

	private void requireFree(Username name, String holder) {
		if (this.others.areShared() && !this.others.claim(name.looks(), new GuestName(name.value(), holder))) {
			throw new NameTaken(name);
		}
	}

	/**
	 * Adds a connection as the guest of its browser's session.
	 * @param name the name that the session claimed, possibly before its present one
	 * @param holder the session
	 * @param connection the connection's id
	 * @return the guest
	 * @throws NameTaken if the session was away for so long that another guest has the
	 * name
	 * @throws SessionEnded if the session has left
	 */
	public User join(Username name, String holder, String connection) {
		if (!isHere(holder)) {
			claim(name, holder);
		}
		return joinHere(name, holder, connection);
	}

	private synchronized User joinHere(Username name, String holder, String connection) {
		Seat known = this.holders.get(holder);
		Seat seat = (known != null) ? known : claimSeat(name, holder);
		seat(connection, seat);
		return seat.user;
	}

	/**
	 * Whether a browser's session is still the same guest as one of its connections. Does
	 * not wait for other threads.
	 * @param user the user of the connection
	 * @param holder the session
	 * @return {@code false} once the session has left or has taken another name
	 */
	public boolean isStill(User user, String holder) {
		Seat seat = this.holders.get(holder);
		return seat != null && seat.user.username().equals(user.username());
	}

	/**
	 * Whether a browser's session is a guest now, under any name. Does not wait for other
	 * threads.
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
	 * @return {@code false} if an account or another guest has it now, if it is no longer
	 * allowed, or if the session has left
	 */
	public boolean mayBe(Username name, String holder) {
		boolean taken = this.others.areShared() && !isHere(holder) && this.others.isTaken(name.looks(), holder);
		return !taken && mayBeHere(name, holder);
	}

	private synchronized boolean mayBeHere(Username name, String holder) {
		forgetLongAbsent();
		return !this.departed.contains(holder, now()) && Spelling.isAllowed(name) && !this.registered.isTaken(name)
				&& !this.seats.hasOther(name, this.holders.get(holder));
	}

	/**
	 * Adds a connection without a browser's session. A taken name gets a number.
	 * @param wanted the name, or {@code null} for {@code guest-N}
	 * @param connection the connection's id
	 * @return the guest
	 */
	public User enter(@Nullable Username wanted, String connection) {
		return this.others.areShared() ? enterShared(wanted, connection) : enterHere(wanted, connection);
	}

	private synchronized User enterHere(@Nullable Username wanted, String connection) {
		forgetLongAbsent();
		Username name = (wanted != null) ? this.free.like(wanted) : this.free.nextGuest();
		return sitDown(name, wanted, connection);
	}

	/** The names on other nodes are not known here, so the next one is tried. */
	private User enterShared(@Nullable Username wanted, String connection) {
		for (int attempt = 1;; attempt++) {
			Username name = propose(wanted, attempt);
			if (this.others.claim(name.looks(), new GuestName(name.value(), connection))) {
				User user = enterIfFree(name, wanted, connection);
				if (user != null) {
					return user;
				}
			}
		}
	}

	private Username propose(@Nullable Username wanted, int attempt) {
		if (wanted == null) {
			return new Username("guest-" + this.others.nextNumber());
		}
		if (attempt > NEXT_NUMBERS) {
			return wanted.numbered(Math.toIntExact(this.others.nextNumber()));
		}
		synchronized (this) {
			forgetLongAbsent();
			return (attempt == 1) ? this.free.like(wanted) : this.free.numbered(wanted);
		}
	}

	private synchronized @Nullable User enterIfFree(Username name, @Nullable Username wanted, String connection) {
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

	/** The name of each skeleton of a guest's name on this node; a copy. */
	public synchronized Map<String, GuestName> looks() {
		forgetLongAbsent();
		return this.seats.looks();
	}

	/** The skeletons of the guests on this node without a connection here; a copy. */
	public synchronized Set<String> away() {
		return this.seats.emptyLooks();
	}

	/**
	 * A browser's session has taken another name, maybe on another node.
	 * @param name its new name
	 * @param holder the session
	 */
	public synchronized void rename(Username name, String holder) {
		Seat seat = this.holders.get(holder);
		if (seat != null && !seat.user.username().equals(name) && !this.seats.hasOther(name, seat)) {
			change(seat, name, holder);
		}
	}

	/**
	 * Removes the guests who have lost their names to other nodes.
	 * @param lost their names, by the skeletons that they have lost
	 * @return the guests, whose connections are to be ended
	 */
	public synchronized List<User> lose(Map<String, GuestName> lost) {
		List<Seat> gone = this.seats.of(lost);
		gone.forEach((seat) -> {
			this.seats.remove(seat);
			this.holders.values().remove(seat);
			seat.connections.forEach(this.connections::remove);
		});
		return gone.stream().map((seat) -> seat.user).toList();
	}

	/**
	 * Removes a connection; an unknown one is ignored.
	 * @param connection the connection's id
	 */
	public synchronized void disconnect(String connection) {
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

	/**
	 * Releases the name of a browser's session, at once or when the last of its
	 * connections ends. The session cannot return.
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
			release(own, holder);
			return sit(wanted, holder);
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
		Instant bound = now().minus(GRACE);
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
