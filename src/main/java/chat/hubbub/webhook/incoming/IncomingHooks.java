package chat.hubbub.webhook.incoming;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Bans;
import chat.hubbub.account.Secret;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.message.Draft;
import chat.hubbub.message.Messages;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;
import chat.hubbub.webhook.HookActs;
import chat.hubbub.webhook.HookRefused;

/**
 * The incoming webhooks of all topics. Moderators create and revoke those of their
 * topics. A webhook posts as long as the account that created it may post to the topic.
 * Thread-safe.
 */
@Component
class IncomingHooks {

	/** The maximum number of webhooks for one topic. */
	static final int MAX_OF_TOPIC = 20;

	/** The maximum number of webhooks of one account. */
	static final int MAX_OF_ACCOUNT = 50;

	private final IncomingHookStore store;

	private final Messages messages;

	private final Topics topics;

	private final Accounts accounts;

	private final Bans bans;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	IncomingHooks(IncomingHookStore store, Messages messages, Topics topics, Accounts accounts, Bans bans,
			TransactionOperations transaction, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.messages = messages;
		this.topics = topics;
		this.accounts = accounts;
		this.bans = bans;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * The webhook with a secret.
	 * @throws HookRefused if no webhook has this secret, such as a revoked one
	 */
	IncomingHook find(Secret secret) {
		return this.store.find(secret).orElseThrow(HookRefused::unknown);
	}

	/**
	 * Posts a message to the topic of a webhook.
	 * @param hook the webhook
	 * @param draft the message
	 * @return completes when the message is stored and handed to every subscriber
	 * @throws HookRefused if its owner has no account any more
	 */
	CompletionStage<Posted> post(IncomingHook hook, Draft draft) {
		User owner = this.accounts.find(hook.account()).map(Account::user).orElseThrow(HookRefused::unknown);
		this.bans.check(owner);
		return this.messages.post(hook.topic(), owner, hook.sender(), draft);
	}

	/** The webhooks of a topic for its moderators, the newest first. */
	List<IncomingHook> of(TopicName topic, User moderator) {
		return this.store.of(moderated(topic, moderator));
	}

	/**
	 * Creates a webhook.
	 * @param name the name of its sender, before the mark of bots
	 * @throws HookRefused if the topic or the account has the maximum number
	 */
	IncomingHook create(Secret secret, TopicName topic, String name, User moderator) {
		TopicName where = moderated(topic, moderator);
		Long account = moderator.account();
		if (account == null) {
			throw new SignInRequired();
		}
		Username sender = Username.ofBot(name);
		return this.transaction.execute((status) -> {
			IncomingHook hook = this.store
				.insert(where, account, sender, secret, this.clock.instant().truncatedTo(ChronoUnit.MILLIS))
				.orElseThrow(() -> HookRefused.limit(MAX_OF_TOPIC, MAX_OF_ACCOUNT));
			this.events.publishEvent(HookActs.created(where, sender.value(), moderator));
			return hook;
		});
	}

	/**
	 * Revokes a webhook. Its messages stay.
	 * @throws HookRefused if the topic has no such webhook
	 */
	void revoke(TopicName topic, long id, User moderator) {
		TopicName where = moderated(topic, moderator);
		this.transaction.executeWithoutResult((status) -> {
			IncomingHook hook = this.store.delete(where, id).orElseThrow(HookRefused::unknown);
			this.events.publishEvent(HookActs.revoked(where, hook.name().value(), moderator));
		});
	}

	@EventListener
	void delete(AccountDeparting departing) {
		this.store.deleteOf(departing.account().id());
	}

	private TopicName moderated(TopicName topic, User user) {
		return this.topics.moderated(user, topic).topic().name();
	}

}
