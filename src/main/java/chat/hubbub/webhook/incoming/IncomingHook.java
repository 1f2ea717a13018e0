package chat.hubbub.webhook.incoming;

import java.time.Instant;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.topic.TopicName;

/**
 * An incoming webhook, without its secret.
 *
 * @param id its number, which is never used again
 * @param topic the topic to which it posts
 * @param account the number of the account that created it
 * @param name the sender of its messages
 * @param createdAt the time of its creation
 */
record IncomingHook(long id, TopicName topic, long account, Username name, Instant createdAt) {

	/** Neither an account's key nor a name begins like this. */
	private static final String KEY = "#";

	/** The sender of its messages, who owns nothing and may do nothing else. */
	User sender() {
		return new User(this.name, KEY + this.id, Role.GUEST, null);
	}

}
