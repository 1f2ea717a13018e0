package chat.hubbub.webhook;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;
import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.topic.TopicName;

/**
 * Describes acts on webhooks for the audit log: those of a topic, with their name, and
 * those for the mentions of an account, with its name and their host.
 */
public final class HookActs {

	private static final String CREATED = "hook.created";

	private static final String REVOKED = "hook.revoked";

	private static final String STOPPED = "hook.stopped";

	private HookActs() {
	}

	/**
	 * A user has created a webhook.
	 * @param topic its topic
	 * @param subject its name
	 * @param by the user
	 */
	public static Act created(TopicName topic, String subject, User by) {
		return act(by, CREATED, topic, subject);
	}

	/**
	 * A user has created a webhook.
	 * @param account the account whose mentions it tells
	 * @param host the host to which it sends
	 * @param by the user
	 */
	public static Act created(Account account, String host, User by) {
		return act(by, CREATED, account, host);
	}

	/**
	 * A webhook was revoked.
	 * @param topic its topic
	 * @param subject its name
	 * @param by the user, {@code null} for the server itself
	 */
	public static Act revoked(TopicName topic, String subject, @Nullable User by) {
		return act(by, REVOKED, topic, subject);
	}

	/**
	 * A user has revoked a webhook.
	 * @param account the account whose mentions it tells
	 * @param host the host to which it sends
	 * @param by the user
	 */
	public static Act revoked(Account account, String host, User by) {
		return act(by, REVOKED, account, host);
	}

	/**
	 * The server has turned a webhook off.
	 * @param topic its topic
	 * @param subject its name
	 * @param fault why
	 */
	public static Act stopped(TopicName topic, String subject, String fault) {
		return new Act(null, STOPPED, topic.value(), subject, fault);
	}

	/**
	 * The server has turned a webhook off.
	 * @param account the name of the account whose mentions it tells
	 * @param host the host to which it sends
	 * @param fault why
	 */
	public static Act stopped(String account, String host, String fault) {
		return new Act(null, STOPPED, account, host + ": " + fault);
	}

	private static Act act(@Nullable User by, String name, TopicName topic, String subject) {
		return new Act((by != null) ? by.getName() : null, name, topic.value(), subject, "");
	}

	private static Act act(User by, String name, Account account, String host) {
		return new Act(by.getName(), name, account.username().value(), host);
	}

}
