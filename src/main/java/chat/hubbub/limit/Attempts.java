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
 * The limits of attempts to sign in and to sign up. They apply before a password is
 * checked, because the check is expensive. Thread-safe.
 */
@Component
public class Attempts {

	static final String UNDER_NAME = "rate.name";

	private final Throttles names;

	private final Throttles pairs;

	private final Throttles addresses;

	private final Throttles confirmations;

	private final Throttles tokens;

	private final Throttles signUps;

	Attempts(LimitProperties limits, TimeMeter meter) {
		this.names = new Throttles(UNDER_NAME, limits.nameSignIns(), meter);
		this.pairs = new Throttles(UNDER_NAME, limits.signIns(), meter);
		this.addresses = new Throttles("rate.address", limits.addressSignIns(), meter);
		this.confirmations = new Throttles("rate.confirmations", limits.signIns(), meter);
		this.tokens = new Throttles("rate.tokens", limits.addressSignIns(), meter);
		this.signUps = new Throttles("rate.sign-ups", limits.addressSignUps(), meter);
	}

	/**
	 * Counts an attempt to sign in, for its address and for the name from this address.
	 * If the address has no attempts left, the name's attempts are not used.
	 * @param name the name, as typed
	 * @param address the client's address, or {@code null} if unknown
	 * @throws RateLimited if the rate is exceeded
	 */
	void signIn(String name, @Nullable InetAddress address) {
		if (address != null) {
			this.addresses.of(ClientAddress.of(address)).take();
		}
		this.pairs.of(Pair.of(name, address)).take();
	}

	/**
	 * Counts an attempt with a name from any address, unless there were too many.
	 * @return the time until the next attempt is allowed; zero if this one was counted
	 */
	Duration signInUnder(String name) {
		return this.names.of(key(name)).tryTake();
	}

	/**
	 * Counts an attempt that cannot wait.
	 * @throws RateLimited if the rate is exceeded
	 */
	Turn turn(String name, @Nullable InetAddress address) {
		signIn(name, address);
		this.names.of(key(name)).take();
		return counted(name, address);
	}

	/** A turn for an attempt that was also counted for the name. */
	Turn counted(String name, @Nullable InetAddress address) {
		return () -> {
			signedIn(name, address);
			this.names.of(key(name)).giveBack();
		};
	}

	/**
	 * The password was correct and not a guess, so it does not count for the name from
	 * this address. It still counts for the address, because the check was expensive.
	 */
	void signedIn(String name, @Nullable InetAddress address) {
		this.pairs.of(Pair.of(name, address)).giveBack();
	}

	/**
	 * Counts that a signed-in user confirms the password.
	 * @throws RateLimited if the rate is exceeded
	 */
	void confirm(Account account) {
		this.confirmations.of(account.id()).take();
	}

	void confirmed(Account account) {
		this.confirmations.of(account.id()).giveBack();
	}

	/**
	 * Counts a wrong token; a valid one is cheap and never counts. Tokens are counted
	 * apart from passwords: a program whose token has expired may try for ever, and
	 * people at its address must still be able to sign in.
	 * @param address the client's address, or {@code null} if unknown
	 * @throws RateLimited if the rate is exceeded
	 */
	void wrongToken(@Nullable InetAddress address) {
		if (address != null) {
			this.tokens.of(ClientAddress.of(address)).take();
		}
	}

	/**
	 * Counts an attempt to sign up.
	 * @param address the client's address, or {@code null} if unknown
	 * @throws RateLimited if the rate is exceeded
	 */
	void signUp(@Nullable InetAddress address) {
		if (address != null) {
			this.signUps.of(ClientAddress.of(address)).take();
		}
	}

	/** The request was malformed, so it does not count. */
	void notSignedUp(@Nullable InetAddress address) {
		if (address != null) {
			this.signUps.of(ClientAddress.of(address)).giveBack();
		}
	}

	/** The key of a typed name. An invalid name may be long, so its key is shortened. */
	private static String key(String name) {
		try {
			return new Username(name).key();
		}
		catch (IllFormedName ex) {
			return "";
		}
	}

	/** An attempted name and its address. */
	private record Pair(String name, @Nullable ClientAddress address) {

		static Pair of(String name, @Nullable InetAddress address) {
			return new Pair(key(name), (address != null) ? ClientAddress.of(address) : null);
		}

	}

}
