package chat.hubbub.webhook.outgoing;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;
import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.topic.TopicName;
import chat.hubbub.webhook.HookActs;

/**
 * A choice of events for webhooks. {@link Scopes} gives it to people who may manage these
 * webhooks.
 */
sealed interface Scope {

	/** The condition of its rows in the store, with the parameter {@code key}. */
	String rows();

	/** The parameter of {@link #rows()}. */
	Object key();

	/** The maximum number of its webhooks. */
	int most();

	/** The account whose mentions its webhooks tell, {@code null} if others may too. */
	@Nullable Long mention();

	/** The topic in which its webhooks begin. */
	TopicName start();

	/** A user has created a webhook. */
	Act created(OutgoingHook hook, User by);

	/** A user has revoked a webhook. */
	Act revoked(OutgoingHook hook, User by);

	/** Whether its webhooks tell mentions in every topic. */
	default boolean everywhere() {
		return mention() != null;
	}

	/**
	 * The events of a topic.
	 *
	 * @param topic the topic
	 */
	record OfTopic(TopicName topic) implements Scope {

		@Override
		public String rows() {
			return "topic = :key and not everywhere";
		}

		@Override
		public Object key() {
			return this.topic.value();
		}

		@Override
		public int most() {
			return OutgoingHooks.MAX_OF_TOPIC;
		}

		@Override
		public @Nullable Long mention() {
			return null;
		}

		@Override
		public TopicName start() {
			return this.topic;
		}

		@Override
		public Act created(OutgoingHook hook, User by) {
			return HookActs.created(this.topic, hook.host(), by);
		}

		@Override
		public Act revoked(OutgoingHook hook, User by) {
			return HookActs.revoked(this.topic, hook.host(), by);
		}

	}

	/**
	 * The mentions of an account in every topic.
	 *
	 * @param account the account
	 */
	record OfAccount(Account account) implements Scope {

		@Override
		public String rows() {
			return "mention = :key and everywhere";
		}

		@Override
		public Object key() {
			return this.account.id();
		}

		@Override
		public int most() {
			return OutgoingHooks.MAX_OF_ACCOUNT;
		}

		@Override
		public Long mention() {
			return this.account.id();
		}

		@Override
		public TopicName start() {
			return TopicName.LOBBY;
		}

		@Override
		public Act created(OutgoingHook hook, User by) {
			return HookActs.created(this.account, hook.host(), by);
		}

		@Override
		public Act revoked(OutgoingHook hook, User by) {
			return HookActs.revoked(this.account, hook.host(), by);
		}

	}

}
