package chat.hubbub.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.AccountActs;
import chat.hubbub.account.AccountDeleted;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.PasswordChanged;
import chat.hubbub.account.PasswordChanging;
import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * The access tokens of all accounts. Their hashes are kept in memory, so that requests
 * and frames cost no I/O. Thread-safe.
 */
@Component
public class AccessTokens {

	/** The maximum number of characters in the name of a token. */
	static final int MAX_NAME = 64;

	/** The maximum number of tokens of an account. */
	static final int MAX_TOKENS = 50;

	private final AccessTokenStore store;

	private final Accounts accounts;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Map<Long, AccessToken> tokens = new ConcurrentHashMap<>();

	private final Map<String, AccessToken> hashes = new ConcurrentHashMap<>();

	AccessTokens(AccessTokenStore store, Accounts accounts, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events, Bus bus) {
		this.store = store;
		this.accounts = accounts;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
		// A crash may have interrupted the consequences of a new password or a deletion.
		store.deleteStale();
		store.all().forEach(this::remember);
		bus.receive(TokenStored.class, (fact) -> readAnew(fact.id()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/**
	 * The account of a token.
	 * @param token a token
	 * @return the account, or empty if the token is expired, revoked or from before a
	 * change of the password, or the account was deleted
	 */
	public Optional<Account> holder(AccessToken token) {
		if (!token.equals(this.tokens.get(token.id())) || token.isExpired(this.clock)) {
			return Optional.empty();
		}
		return this.accounts.find(token.account()).filter((account) -> account.epoch() == token.epoch());
	}

	/**
	 * Whether a token has a {@link #holder} now.
	 * @param id the number of a token
	 * @return {@code false} also if no token has this number
	 */
	public boolean isValid(long id) {
		AccessToken token = this.tokens.get(id);
		return token != null && holder(token).isPresent();
	}

	/**
	 * Finds a token that was not revoked. It is valid only if it has a {@link #holder}.
	 */
	Optional<AccessToken> find(Secret secret) {
		return Optional.ofNullable(this.hashes.get(secret.hash()));
	}

	/** The valid tokens, the newest first; a copy. */
	List<AccessToken> all() {
		return this.tokens.values()
			.stream()
			.filter((token) -> holder(token).isPresent())
			.sorted(Comparator.comparingLong(AccessToken::id).reversed())
			.toList();
	}

	/**
	 * Creates a token.
	 * @param name its name
	 * @throws IllFormedToken if the name is not allowed
	 * @throws TokenLimit if the account has the maximum number
	 */
	public AccessToken create(Secret secret, Account account, String name, Duration validity) {
		String stripped = name.strip();
		if (!isName(stripped)) {
			throw new IllFormedToken();
		}
		expire();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		AccessToken token = this.transaction.execute((status) -> {
			AccessToken created = this.store.insert(account, stripped, secret, now, now.plus(validity))
				.orElseThrow(TokenLimit::new);
			this.events.publishEvent(AccountActs.tokenCreated(created, account.user()));
			this.bus.announce(new TokenStored(created.id()));
			return created;
		});
		this.bus.publish(new TokenStored(token.id()));
		return token;
	}

	/**
	 * Revokes a token: users their own, admins any.
	 * @throws TokenNotFound if it is not valid, or belongs to another user
	 */
	void revoke(long id, User by) {
		AccessToken token = Optional.ofNullable(this.tokens.get(id))
			.filter((found) -> by.role() == Role.ADMIN || Long.valueOf(found.account()).equals(by.account()))
			.orElseThrow(TokenNotFound::new);
		Account owner = holder(token).orElseThrow(TokenNotFound::new);
		this.transaction.executeWithoutResult((status) -> {
			this.store.delete(id);
			this.events.publishEvent(AccountActs.tokenRevoked(token, owner, by));
			this.bus.announce(new TokenStored(id));
		});
		this.bus.publish(new TokenStored(id));
	}

	/** Deletes the expired tokens; {@link TokenGone} follows for each. */
	public void expire() {
		this.tokens.values().stream().filter((token) -> token.isExpired(this.clock)).toList().forEach((token) -> {
			this.transaction.executeWithoutResult((status) -> {
				this.store.delete(token.id());
				this.bus.announce(new TokenStored(token.id()));
			});
			this.bus.publish(new TokenStored(token.id()));
		});
	}

	/**
	 * A new password also revokes all tokens, because somebody else may know the old one.
	 */
	@EventListener
	void forget(PasswordChanging changing) {
		this.store.delete(changing.account(), changing.account().epoch());
	}

	@EventListener
	void forget(PasswordChanged changed) {
		Account account = changed.account();
		forget((token) -> token.account() == account.id() && token.epoch() < account.epoch());
	}

	@EventListener
	void forget(AccountDeleted deleted) {
		forget((token) -> token.account() == deleted.account().id());
	}

	@EventListener
	void delete(AccountDeparting departing) {
		this.store.delete(departing.account(), Long.MAX_VALUE);
	}

	private synchronized void readAnew(long id) {
		Map<String, AccessToken> stored = this.store.find(id);
		stored.forEach(this::remember);
		if (stored.isEmpty()) {
			forgetAll((token) -> token.id() == id);
		}
	}

	private synchronized void readAllAnew() {
		Map<String, AccessToken> stored = this.store.all();
		stored.forEach(this::remember);
		forgetAll((token) -> !stored.containsValue(token));
	}

	private void forgetAll(Predicate<AccessToken> which) {
		List<AccessToken> gone = this.tokens.values().stream().filter(which).toList();
		forget(which);
		gone.forEach((token) -> this.events.publishEvent(new TokenGone(token)));
	}

	private void remember(String hash, AccessToken token) {
		this.tokens.put(token.id(), token);
		this.hashes.put(hash, token);
	}

	private void forget(Predicate<AccessToken> which) {
		this.hashes.values().removeIf(which);
		this.tokens.values().removeIf(which);
	}

	private static boolean isName(String name) {
		return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_NAME
				&& name.codePoints()
					.noneMatch((character) -> Character.getType(character) == Character.CONTROL
							|| Character.getType(character) == Character.SURROGATE);
	}

}
