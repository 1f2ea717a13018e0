package chat.hubbub.webhook.outgoing;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.Visitor;

/**
 * The origin of a webhook, with which it ends.
 *
 * @param account the number of the account that made it
 * @param token the number of the access token with which it was made, or {@code null}
 */
record Maker(long account, @Nullable Long token) {

	/**
	 * The sender of a request.
	 * @throws SignInRequired if it is a guest
	 */
	static Maker of(@Nullable Principal principal) {
		Long account = Visitor.of(principal).account();
		if (account == null) {
			throw new SignInRequired();
		}
		return new Maker(account, Visitor.token(principal).map(AccessToken::id).orElse(null));
	}

}
