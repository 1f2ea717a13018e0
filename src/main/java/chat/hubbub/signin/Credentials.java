package chat.hubbub.signin;

import java.util.Map;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.AccessTokens;
import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.BrowserGuest;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.TokenInvalid;
import chat.hubbub.refusal.Refusal;

/**
 * What connections of accounts came with, as their attributes remember it: an access
 * token, or else what a sign-in with the password left. Thread-safe; answers from memory.
 */
@Component
class Credentials {

	private final Accounts accounts;

	private final AccessTokens tokens;

	Credentials(Accounts accounts, AccessTokens tokens) {
		this.accounts = accounts;
		this.tokens = tokens;
	}

	/** Whether there are any, good or not. */
	static boolean are(Map<String, Object> attributes) {
		return AccessToken.in(attributes).isPresent() || BrowserMember.in(attributes).isPresent();
	}

	/** Whose they are, or empty if they are good no more. */
	Optional<Account> holder(Map<String, Object> attributes) {
		return AccessToken.in(attributes)
			.map(this.tokens::holder)
			.orElseGet(() -> BrowserMember.in(attributes).flatMap(this.accounts::find));
	}

	/** What to tell whose credentials are good no more. */
	static Refusal ended(Map<String, Object> attributes) {
		return AccessToken.in(attributes).isPresent() ? new TokenInvalid() : new SessionEnded();
	}

	/** A token counts, whatever the browser's session says. */
	static void note(Authentication program, Map<String, Object> attributes) {
		attributes.remove(BrowserGuest.ATTRIBUTE);
		attributes.remove(BrowserMember.ATTRIBUTE);
		if (program.getDetails() instanceof AccessToken token) {
			attributes.put(AccessToken.ATTRIBUTE, token);
		}
	}

	/** So that it ends when the password is another, like a browser's session. */
	static void note(Account account, Map<String, Object> attributes) {
		attributes.remove(AccessToken.ATTRIBUTE);
		attributes.put(BrowserMember.ATTRIBUTE, BrowserMember.of(account));
	}

}
