package chat.hubbub.webhook.outgoing;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountNotFound;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/** Decides who may manage which outgoing webhooks. Thread-safe. */
@Component
class Scopes {

	private final Topics topics;

	private final Accounts accounts;

	Scopes(Topics topics, Accounts accounts) {
		this.topics = topics;
		this.accounts = accounts;
	}

	/** The events of a topic, for its moderators. */
	Scope of(TopicName topic, User moderator) {
		return new Scope.OfTopic(this.topics.moderated(moderator, topic).topic().name());
	}

	/**
	 * The mentions of an account, for itself and for admins.
	 * @param name the name of the account
	 * @throws AccountNotFound if there is no such account
	 * @throws RightMissing if it is another account
	 */
	Scope of(String name, User user) {
		Account account = this.accounts.find(new Username(name)).orElseThrow(AccountNotFound::new);
		if (user.role() != Role.ADMIN && !Long.valueOf(account.id()).equals(user.account())) {
			throw new RightMissing();
		}
		return new Scope.OfAccount(account);
	}

}
