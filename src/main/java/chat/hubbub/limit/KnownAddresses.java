package chat.hubbub.limit;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.PasswordChanging;
import chat.hubbub.account.Username;
import chat.hubbub.account.browser.BrowserSignedIn;
import chat.hubbub.net.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The addresses from which accounts have signed in during the last 30 days, at most 20
 * for each account. An address is stored as a keyed hash that differs between accounts. A
 * change of the password deletes them. Thread-safe.
 */
@Component
public class KnownAddresses {

	static final Duration MEMORY = Duration.ofDays(30);

	/** An address that was recorded within this time is not written again. */
	private static final Duration FRESH = Duration.ofDays(1);

	private static final String ALGORITHM = "HmacSHA256";

	private static final long NOBODY = -1;

	private static final Logger logger = LoggerFactory.getLogger(KnownAddresses.class);

	private final KnownAddressStore store;

	private final Accounts accounts;

	private final Clock clock;

	private volatile @Nullable SecretKeySpec key;

	KnownAddresses(KnownAddressStore store, Accounts accounts, Clock clock) {
		this.store = store;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Whether the account of a name has signed in from an address; reads from the store.
	 */
	boolean knows(String name, @Nullable InetAddress address) {
		if (address == null) {
			return false;
		}
		// A name without an account causes the same query.
		long account = find(name).map(Account::id).orElse(NOBODY);
		try {
			Instant oldest = this.clock.instant().minus(MEMORY);
			return this.store.seen(account, hash(account, address)).filter(oldest::isBefore).isPresent();
		}
		catch (DataAccessException ex) {
			logger.debug("A known address could not be looked up", ex);
			return false;
		}
	}

	/**
	 * Records the address of a sign-in. A fault of the store does not prevent the
	 * sign-in.
	 */
	public void note(Account account, @Nullable InetAddress address) {
		if (address == null) {
			return;
		}
		try {
			Instant now = this.clock.instant();
			String hash = hash(account.id(), address);
			if (this.store.seen(account.id(), hash).filter(now.minus(FRESH)::isBefore).isEmpty()) {
				this.store.note(account.id(), hash, now);
				this.store.prune(account.id(), now.minus(MEMORY));
			}
		}
		catch (DataAccessException ex) {
			logger.debug("A known address could not be stored", ex);
		}
	}

	@EventListener
	void note(BrowserSignedIn signedIn) {
		note(signedIn.account(), signedIn.address());
	}

	/**
	 * Deletes the addresses, because an intruder may have signed in with the old
	 * password.
	 */
	@EventListener
	void forget(PasswordChanging changing) {
		this.store.forget(changing.account().id());
	}

	@EventListener
	void forget(AccountDeparting deleted) {
		this.store.forget(deleted.account().id());
	}

	private Optional<Account> find(String name) {
		try {
			return this.accounts.find(new Username(name));
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

	private String hash(long account, InetAddress address) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key());
			String text = account + " " + ClientAddress.of(address);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

	private SecretKeySpec key() {
		SecretKeySpec known = this.key;
		if (known == null) {
			known = new SecretKeySpec(this.store.key(), ALGORITHM);
			this.key = known;
		}
		return known;
	}

}
