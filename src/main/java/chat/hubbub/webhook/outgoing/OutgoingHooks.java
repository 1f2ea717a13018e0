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
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.bus.Bus;
import chat.hubbub.outgoing.OutgoingRequests;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;
import chat.hubbub.webhook.HookActs;
import chat.hubbub.webhook.HookRefused;

/**
 * The outgoing webhooks of all topics, which moderators manage. {@link Deliveries} makes
 * their requests. Thread-safe.
 */
@Component
class OutgoingHooks {

	/** The maximum number of webhooks for one topic. */
	static final int MAX_OF_TOPIC = 10;

	/** The maximum number of all, because each may need a thread and a message. */
	static final int MAX_OF_SERVER = 50;

	private final OutgoingHookStore store;

	private final OutgoingRequests requests;

	private final Topics topics;

	private final Accounts accounts;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	OutgoingHooks(OutgoingHookStore store, OutgoingRequests requests, Topics topics, Accounts accounts,
			TransactionOperations transaction, Clock clock, ApplicationEventPublisher events, Bus bus) {
		this.store = store;
		this.requests = requests;
		this.topics = topics;
		this.accounts = accounts;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
	}

	/** The webhooks of a topic for its moderators, the newest first. */
	List<OutgoingHook> of(TopicName topic, User moderator) {
		return this.store.of(moderated(topic, moderator));
	}

	/**
	 * Creates a webhook, which begins with the next event.
	 * @param address where it sends them
	 * @param mention the name of the account whose mentions alone it tells, or
	 * {@code null} for all events
	 * @throws AccountNotFound if there is no such account
	 * @throws chat.hubbub.outgoing.AddressForbidden if the server may not send there
	 * @throws HookRefused if there are too many
	 */
	OutgoingHook create(Secret secret, TopicName topic, String address, @Nullable String mention, User moderator) {
		TopicName where = moderated(topic, moderator);
		Long account = moderator.account();
		if (account == null) {
			throw new SignInRequired();
		}
		URI checked = this.requests.check(address);
		Long mentioned = (mention != null) ? mentioned(mention) : null;
		return change(() -> {
			OutgoingHook hook = this.store
				.insert(where, account, mentioned, checked, secret.value(),
						this.clock.instant().truncatedTo(ChronoUnit.MILLIS))
				.orElseThrow(() -> HookRefused.limit(MAX_OF_TOPIC, MAX_OF_SERVER));
			this.events.publishEvent(HookActs.created(where, hook.host(), moderator));
			return hook;
		});
	}

	/**
	 * Revokes a webhook.
	 * @throws HookRefused if the topic has no such webhook
	 */
	void revoke(TopicName topic, long id, User moderator) {
		TopicName where = moderated(topic, moderator);
		change(() -> {
			OutgoingHook hook = this.store.delete(where, id).orElseThrow(HookRefused::unknown);
			this.events.publishEvent(HookActs.revoked(where, hook.host(), moderator));
			return hook;
		});
	}

	/**
	 * Turns a webhook on again. It goes on where it was.
	 * @throws HookRefused if the topic has no such webhook
	 */
	void resume(TopicName topic, long id, User moderator) {
		TopicName where = moderated(topic, moderator);
		change(() -> {
			if (!this.store.turnOn(where, id)) {
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

	private TopicName moderated(TopicName topic, User user) {
		return this.topics.moderated(user, topic).topic().name();
	}

}
