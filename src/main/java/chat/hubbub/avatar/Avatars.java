package chat.hubbub.avatar;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.springframework.context.ApplicationEventPublisher;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.audit.Act;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * The pictures of all accounts. Their addresses are in memory, the pictures in the store.
 * An address is random and belongs to one picture for ever, so that browsers can keep
 * what they have loaded, and only users who were shown a person's name find it.
 * Thread-safe.
 */
@Component
class Avatars {

	private static final int ADDRESS_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final AvatarStore store;

	private final Accounts accounts;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Map<Long, String> addresses = new ConcurrentHashMap<>();

	Avatars(AvatarStore store, Accounts accounts, TransactionOperations transaction, ApplicationEventPublisher events,
			Bus bus) {
		this.store = store;
		this.accounts = accounts;
		this.transaction = transaction;
		this.events = events;
		this.bus = bus;
		this.addresses.putAll(store.addresses());
		bus.receive(AvatarStored.class, (fact) -> readAnew(fact.account()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/**
	 * The addresses of people's pictures.
	 * @param names the names of the people
	 * @return by name, only of those who have a picture
	 */
	Map<String, String> of(Collection<String> names) {
		Map<String, String> found = new LinkedHashMap<>();
		names.forEach((name) -> of(name).ifPresent((address) -> found.put(name, address)));
		return found;
	}

	/** The address of a person's picture, if there is one. */
	Optional<String> of(String name) {
		try {
			return this.accounts.find(new Username(name)).flatMap((account) -> of(account.id()));
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

	private Optional<String> of(long account) {
		return Optional.ofNullable(this.addresses.get(account));
	}

	/** The picture at an address, from the store. */
	Avatar at(String address) {
		return this.store.find(address).orElseThrow(AvatarNotFound::new);
	}

	/**
	 * Gives an account a picture in place of the former one.
	 * @return the address of the picture
	 */
	String put(long id, Avatar avatar) {
		Account account = this.accounts.find(id).orElseThrow(SessionEnded::new);
		String address = newAddress();
		this.transaction.executeWithoutResult((status) -> {
			if (!this.store.put(id, address, avatar)) {
				throw new SessionEnded();
			}
			this.bus.announce(AvatarStored.of(account));
		});
		publish(account);
		return address;
	}

	/** Removes an account's picture, if it has one. */
	void remove(long id) {
		Account account = this.accounts.find(id).orElseThrow(SessionEnded::new);
		delete(account);
	}

	/**
	 * Removes a picture on behalf of an admin.
	 * @throws AvatarNotFound if there is no picture at this address
	 */
	void remove(String address, User admin) {
		Account account = this.store.account(address).flatMap(this.accounts::find).orElseThrow(AvatarNotFound::new);
		this.transaction.executeWithoutResult((status) -> {
			this.store.delete(account.id());
			this.bus.announce(AvatarStored.of(account));
			this.events.publishEvent(new Act(admin.getName(), "avatar.removed", account.username().value(), ""));
		});
		publish(account);
	}

	@EventListener
	void forget(AccountDeparting departing) {
		delete(departing.account());
	}

	private void delete(Account account) {
		boolean deleted = this.transaction.execute((status) -> {
			boolean found = this.store.delete(account.id());
			if (found) {
				this.bus.announce(AvatarStored.of(account));
			}
			return found;
		});
		if (deleted) {
			publish(account);
		}
	}

	private void publish(Account account) {
		this.bus.publish(AvatarStored.of(account));
	}

	/** Held during one read, so that an older answer does not replace a newer one. */
	private synchronized void readAnew(long account) {
		this.store.address(account)
			.ifPresentOrElse((address) -> this.addresses.put(account, address), () -> this.addresses.remove(account));
	}

	private synchronized void readAllAnew() {
		Map<Long, String> stored = this.store.addresses();
		this.addresses.keySet().retainAll(stored.keySet());
		this.addresses.putAll(stored);
	}

	private static String newAddress() {
		byte[] bytes = new byte[ADDRESS_BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
