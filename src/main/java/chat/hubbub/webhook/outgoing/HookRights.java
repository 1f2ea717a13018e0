package chat.hubbub.webhook.outgoing;

import java.util.Optional;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Bans;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.token.AccessTokens;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/** The rights of webhooks at the time of sending. Answers from memory. Thread-safe. */
@Component
class HookRights {

	private static final String MISSING = "right.missing";

	private static final String TOKEN = "token.invalid";

	private final Topics topics;

	private final Accounts accounts;

	private final AccessTokens tokens;

	private final Bans bans;

	HookRights(Topics topics, Accounts accounts, AccessTokens tokens, Bans bans) {
		this.topics = topics;
		this.accounts = accounts;
		this.tokens = tokens;
		this.bans = bans;
	}

	/**
	 * Why a webhook may tell nothing any more: its token has ended, or its maker may not
	 * read the topic or, if it tells mentions in every topic, is neither their account
	 * nor an admin.
	 * @return the code of the reason, or empty if the webhook may tell something
	 */
	Optional<String> fault(OutgoingHook hook) {
		Long token = hook.maker().token();
		if (token != null && !this.tokens.isValid(token)) {
			return Optional.of(TOKEN);
		}
		Optional<User> maker = user(hook.maker().account());
		return maker.filter((user) -> hook.everywhere() ? mayTellMentions(hook, user) : mayRead(user, hook.topic()))
			.isPresent() ? Optional.empty() : Optional.of(MISSING);
	}

	private boolean mayTellMentions(OutgoingHook hook, User maker) {
		return hook.mention() != null && user(hook.mention()).isPresent()
				&& (hook.mention().equals(maker.account()) || maker.role() == Role.ADMIN);
	}

	/** Whether the account of a webhook for every topic may read one of them. */
	boolean mayTell(OutgoingHook hook, TopicName topic) {
		return hook.mention() != null && user(hook.mention()).filter((user) -> mayRead(user, topic)).isPresent();
	}

	private boolean mayRead(User user, TopicName topic) {
		return !topic.isDirect() && this.topics.mayRead(user, topic);
	}

	/** The user of an account that is not banned. */
	private Optional<User> user(long account) {
		return this.accounts.find(account).map(Account::user).filter(this::isWelcome);
	}

	private boolean isWelcome(User user) {
		try {
			this.bans.check(user);
			return true;
		}
		catch (Refusal ex) {
			return false;
		}
	}

}
