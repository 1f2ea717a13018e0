package chat.hubbub.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The guests who are online, and their names. The name of a guest has a holder: a
 * browser's session, which keeps the name over reloads and short absences, or a single
 * connection, which releases it at its end. In a cluster a name is claimed from the other
 * nodes before it is given here. Thread-safe. Without a cluster no method does I/O.
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

	private final GuestNames others;

	private final LocalGuests here;

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
		this.others = others;
		this.here = new LocalGuests(registered, clock, others);
	}

	/**
	 * Prevents an account from taking a name while another person is online with it.
	 * @param name the name, which is already reserved so that new guests cannot take it
	 * @param holder the browser's session that may have it, or {@code null}
	 * @throws NameTaken if another online guest has that name or one that looks like it
	 */
	void refuseIfOnline(Username name, @Nullable String holder) {
		this.here.refuseIfOnline(name, holder);
		requireFree(name, (holder != null) ? holder : "account " + name.key());
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
			this.here.check(wanted, holder);
			requireFree(wanted, holder);
		}
		return this.here.claim(wanted, holder);
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
		return this.here.join(name, holder, connection);
	}

	/**
	 * Whether a browser's session is still the same guest as one of its connections. Does
	 * not wait for other threads.
	 * @param user the user of the connection
	 * @param holder the session
	 * @return {@code false} once the session has left or has taken another name
	 */
	public boolean isStill(User user, String holder) {
		return this.here.isStill(user, holder);
	}

	/**
	 * Whether a browser's session is a guest now, under any name. Does not wait for other
	 * threads.
	 * @param holder the session
	 * @return {@code false} once the session has left
	 */
	public boolean isHere(String holder) {
		return this.here.isHere(holder);
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
		return !taken && this.here.mayBe(name, holder);
	}

	/**
	 * Adds a connection without a browser's session. A taken name gets a number.
	 * @param wanted the name, or {@code null} for {@code guest-N}
	 * @param connection the connection's id
	 * @return the guest
	 */
	public User enter(@Nullable Username wanted, String connection) {
		return this.others.areShared() ? enterShared(wanted, connection) : this.here.enter(wanted, connection);
	}

	/** The names on other nodes are not known here, so the next one is tried. */
	private User enterShared(@Nullable Username wanted, String connection) {
		for (int attempt = 1;; attempt++) {
			Username name = propose(wanted, attempt);
			if (this.others.claim(name.looks(), new GuestName(name.value(), connection))) {
				User user = this.here.enterIfFree(name, wanted, connection);
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
		return (attempt > NEXT_NUMBERS) ? wanted.numbered(Math.toIntExact(this.others.nextNumber()))
				: this.here.freeName(wanted, attempt > 1);
	}

	/** The spelling of a name that a guest has on this node. */
	Optional<Username> spelling(Username name) {
		return this.here.spelling(name);
	}

	/** The name of each skeleton of a guest's name on this node; a copy. */
	public Map<String, GuestName> looks() {
		return this.here.looks();
	}

	/** The skeletons of the guests on this node without a connection here; a copy. */
	public Set<String> away() {
		return this.here.away();
	}

	/**
	 * A browser's session has taken another name, maybe on another node.
	 * @param name its new name
	 * @param holder the session
	 */
	public void rename(Username name, String holder) {
		this.here.rename(name, holder);
	}

	/**
	 * Removes the guests who have lost their names to other nodes.
	 * @param lost their names, by the skeletons that they have lost
	 * @return the guests, whose connections are to be ended
	 */
	public List<User> lose(Map<String, GuestName> lost) {
		return this.here.lose(lost);
	}

	/**
	 * Removes a connection; an unknown one is ignored.
	 * @param connection the connection's id
	 */
	public void disconnect(String connection) {
		this.here.disconnect(connection);
	}

	/**
	 * Releases the name of a browser's session, at once or when the last of its
	 * connections ends. The session cannot return.
	 * @param holder the session
	 */
	public void leave(String holder) {
		this.here.leave(holder);
	}

}
