package chat.hubbub.signin;

import java.util.Map;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.account.token.AccessTokens;
import chat.hubbub.account.token.TokenInvalid;
import chat.hubbub.refusal.Refusal;

/**
 * The credentials of accounts' connections in their attributes: an access token, or the
 * record of a sign-in with a password. Thread-safe; answers from memory.
 */
@Component
class Credentials {

	private final Accounts accounts;

	private final AccessTokens tokens;

	Credentials(Accounts accounts, AccessTokens tokens) {
		this.accounts = accounts;
		this.tokens = tokens;
	}

	/** Whether there are credentials, valid or not. */
	static boolean are(Map<String, Object> attributes) {
		return AccessToken.in(attributes).isPresent() || BrowserMember.in(attributes).isPresent();
	}

	/** Their account, or empty if they are no longer valid. */
	Optional<Account> holder(Map<String, Object> attributes) {
		return AccessToken.in(attributes)
			.map(this.tokens::holder)
			.orElseGet(() -> BrowserMember.in(attributes).flatMap(this.accounts::find));
	}

	/** The refusal of credentials that are no longer valid. */
	static Refusal ended(Map<String, Object> attributes) {
		return AccessToken.in(attributes).isPresent() ? new TokenInvalid() : new SessionEnded();
	}

	/** Records a token, which takes precedence over the browser's session. */
	static void note(Authentication program, Map<String, Object> attributes) {
		attributes.remove(BrowserGuest.ATTRIBUTE);
		attributes.remove(BrowserMember.ATTRIBUTE);
		if (program.getDetails() instanceof AccessToken token) {
			attributes.put(AccessToken.ATTRIBUTE, token);
		}
	}

	/**
	 * Records a sign-in with a password, so that it ends like a browser's session when
	 * the password changes.
	 */
	static void note(Account account, Map<String, Object> attributes) {
		attributes.remove(AccessToken.ATTRIBUTE);
		attributes.put(BrowserMember.ATTRIBUTE, BrowserMember.of(account));
	}

}
