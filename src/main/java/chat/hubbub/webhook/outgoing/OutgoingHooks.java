package chat.hubbub.webhook.outgoing;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.AccountNotFound;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.bus.Bus;
import chat.hubbub.outgoing.OutgoingRequests;
import chat.hubbub.webhook.HookRefused;

/**
 * The outgoing webhooks of all topics and accounts, as people manage them.
 * {@link Deliveries} makes their requests. Thread-safe.
 */
@Component
class OutgoingHooks {

	/** The maximum number of webhooks for one topic. */
	static final int MAX_OF_TOPIC = 10;

	/** The maximum number of webhooks for the mentions of one account. */
	static final int MAX_OF_ACCOUNT = 5;

	/** The maximum number of all, because each may need a thread and a message. */
	static final int MAX_OF_SERVER = 50;

	private final OutgoingHookStore store;

	private final OutgoingRequests requests;

	private final Accounts accounts;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	OutgoingHooks(OutgoingHookStore store, OutgoingRequests requests, Accounts accounts,
			TransactionOperations transaction, Clock clock, ApplicationEventPublisher events, Bus bus) {
		this.store = store;
		this.requests = requests;
		this.accounts = accounts;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
	}

	/** The webhooks of a scope, the newest first. */
	List<OutgoingHook> of(Scope scope) {
		return this.store.of(scope);
	}

	/**
	 * Creates a webhook, which begins with the next event.
	 * @param address where it sends them
	 * @param mention the name of the account whose mentions alone it tells, or
	 * {@code null} for all events of the scope
	 * @param by the user who is its maker
	 * @throws AccountNotFound if there is no such account
	 * @throws chat.hubbub.outgoing.AddressForbidden if the server may not send there
	 * @throws HookRefused if there are too many
	 */
	OutgoingHook create(Secret secret, Scope scope, Maker maker, String address, @Nullable String mention, User by) {
		URI checked = this.requests.check(address);
		Long mentioned = (mention != null) ? Long.valueOf(mentioned(mention)) : scope.mention();
		return change(() -> {
			OutgoingHook hook = this.store
				.insert(scope, maker, mentioned, checked, secret.value(),
						this.clock.instant().truncatedTo(ChronoUnit.MILLIS))
				.orElseThrow(() -> HookRefused.limit(MAX_OF_TOPIC, MAX_OF_ACCOUNT, MAX_OF_SERVER));
			this.events.publishEvent(scope.created(hook, by));
			return hook;
		});
	}

	/**
	 * Revokes a webhook.
	 * @throws HookRefused if the scope has no such webhook
	 */
	void revoke(Scope scope, long id, User by) {
		change(() -> {
			OutgoingHook hook = this.store.delete(scope, id).orElseThrow(HookRefused::unknown);
			this.events.publishEvent(scope.revoked(hook, by));
			return hook;
		});
	}

	/**
	 * Turns a webhook on again. It goes on where it was.
	 * @param maker its origin from now on, if it tells mentions in every topic
	 * @throws HookRefused if the scope has no such webhook
	 */
	void resume(Scope scope, long id, Maker maker) {
		change(() -> {
			if (!this.store.turnOn(scope, id, maker)) {
				throw HookRefused.unknown();
			}
			return id;
		});
	}

	@EventListener
	void delete(AccountDeparting departing) {
		change(() -> {
			this.store.deleteOf(departing.account().id());
			return departing;
		});
	}

	private <T> T change(Supplier<T> change) {
		T result = this.transaction.execute((status) -> {
			T changed = change.get();
			this.bus.announce(new HooksChanged());
			return changed;
		});
		this.bus.publish(new HooksChanged());
		return result;
	}

	private long mentioned(String name) {
		return this.accounts.find(new Username(name)).map(Account::id).orElseThrow(AccountNotFound::new);
	}

}
