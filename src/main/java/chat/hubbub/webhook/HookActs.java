package chat.hubbub.webhook;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.topic.TopicName;

/** Describes acts on webhooks for the audit log. */
public final class HookActs {

	private HookActs() {
	}

	/**
	 * A user has created a webhook.
	 * @param topic its topic
	 * @param subject its name
	 * @param by the user
	 */
	public static Act created(TopicName topic, String subject, User by) {
		return act(by, "hook.created", topic, subject);
	}

	/**
	 * A webhook was revoked.
	 * @param topic its topic
	 * @param subject its name
	 * @param by the user, {@code null} for the server itself
	 */
	public static Act revoked(TopicName topic, String subject, @Nullable User by) {
		return act(by, "hook.revoked", topic, subject);
	}

	/**
	 * The server has turned a webhook off.
	 * @param topic its topic
	 * @param subject its name
	 * @param fault why
	 */
	public static Act stopped(TopicName topic, String subject, String fault) {
		return new Act(null, "hook.stopped", topic.value(), subject, fault);
	}

	private static Act act(@Nullable User by, String name, TopicName topic, String subject) {
		return new Act((by != null) ? by.getName() : null, name, topic.value(), subject, "");
	}

}
