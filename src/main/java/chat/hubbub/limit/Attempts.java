package chat.hubbub.limit;

import java.net.InetAddress;
import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.SignInQueue.Turn;
import chat.hubbub.account.Username;
import chat.hubbub.net.ClientAddress;

/**
 * How often one may try to sign in or up. It is asked before a password is looked at, for
 * that is what takes time. Thread-safe.
 */
@Component
public class Attempts {

	static final String UNDER_NAME = "attempts to sign in with this name";

	private final Throttles names;

	private final Throttles pairs;

	private final Throttles addresses;

	private final Throttles confirmations;

	private final Throttles tokens;

	private final Throttles signUps;

	Attempts(LimitProperties limits, TimeMeter meter) {
		this.names = new Throttles(UNDER_NAME, limits.nameSignIns(), meter);
		this.pairs = new Throttles(UNDER_NAME, limits.signIns(), meter);
		this.addresses = new Throttles("attempts to sign in from this address", limits.addressSignIns(), meter);
		this.confirmations = new Throttles("attempts to confirm this password", limits.signIns(), meter);
		this.tokens = new Throttles("wrong access tokens from this address", limits.addressSignIns(), meter);
		this.signUps = new Throttles("sign-ups from this address", limits.addressSignUps(), meter);
	}

	/**
	 * Counts an attempt to sign in, for its address and for the name from there. Who has
	 * had all of an address's attempts takes none of the name's.
	 * @param name the name, as typed
	 * @param address where the client is, or {@code null} if that is not known
	 * @throws RateLimited if it is one too many
	 */
	void signIn(String name, @Nullable InetAddress address) {
		if (address != null) {
			this.addresses.of(ClientAddress.of(address)).take();
		}
		this.pairs.of(Pair.of(name, address)).take();
	}

	/**
	 * Counts an attempt under a name, from wherever, if there were not too many.
	 * @return how long until there may be another; zero if this one was counted
	 */
	Duration signInUnder(String name) {
		return this.names.of(key(name)).tryTake();
	}

	/**
	 * Counts an attempt that cannot wait.
	 * @throws RateLimited if it is one too many
	 */
	Turn turn(String name, @Nullable InetAddress address) {
		signIn(name, address);
		this.names.of(key(name)).take();
		return counted(name, address);
	}

	/** An attempt that was counted for the name too. */
	Turn counted(String name, @Nullable InetAddress address) {
		return () -> {
			signedIn(name, address);
			this.names.of(key(name)).giveBack();
		};
	}

	/**
	 * It was the right password, so nobody guesses: it does not count for the name from
	 * there. It does for the address, for it took its time.
	 */
	void signedIn(String name, @Nullable InetAddress address) {
		this.pairs.of(Pair.of(name, address)).giveBack();
	}

	/**
	 * Counts that somebody who is signed in says their password again.
	 * @throws RateLimited if it is one too many
	 */
	void confirm(Account account) {
		this.confirmations.of(account.id()).take();
	}

	void confirmed(Account account) {
		this.confirmations.of(account.id()).giveBack();
	}

	/**
	 * Counts a token that was wrong; one that is right costs next to nothing and never
	 * counts. They have a count of their own, for a program whose token has expired may
	 * try for ever, and people at its address shall still get in.
	 * @param address where the client is, or {@code null} if that is not known
	 * @throws RateLimited if it is one too many
	 */
	void wrongToken(@Nullable InetAddress address) {
		if (address != null) {
			this.tokens.of(ClientAddress.of(address)).take();
		}
	}

	/**
	 * Counts an attempt to sign up.
	 * @param address where the client is, or {@code null} if that is not known
	 * @throws RateLimited if it is one too many
	 */
	void signUp(@Nullable InetAddress address) {
		if (address != null) {
			this.signUps.of(ClientAddress.of(address)).take();
		}
	}

	/** It was refused at first sight: it does not count. */
	void notSignedUp(@Nullable InetAddress address) {
		if (address != null) {
			this.signUps.of(ClientAddress.of(address)).giveBack();
		}
	}

	/** However long a name is that nobody can have, what is kept of it is short. */
	private static String key(String name) {
		try {
			return new Username(name).key();
		}
		catch (IllFormedName ex) {
			return "";
		}
	}

	/** A name that is tried from an address. */
	private record Pair(String name, @Nullable ClientAddress address) {

		static Pair of(String name, @Nullable InetAddress address) {
			return new Pair(key(name), (address != null) ? ClientAddress.of(address) : null);
		}

	}

}
