package chat.hubbub.account;

import java.time.Duration;

import chat.hubbub.account.token.AccessTokens;
import chat.hubbub.account.token.TokenAttempt;

/** People with accounts that did not sign up themselves. */
public final class People {

	private People() {
	}

	/** Makes an account. */
	public static User signUp(Accounts accounts, String name, Role role) {
		Password password = new Password(passwordOf(name));
		return accounts.signUp(new Username(name), password, role, null, (account) -> {
		}).user();
	}

	/** Makes an access token that is good for that long, and returns its secret. */
	public static String token(AccessTokens tokens, Accounts accounts, String owner, Duration validity) {
		Account account = accounts.find(new Username(owner)).orElseThrow();
		Secret secret = Secret.createToken();
		tokens.create(secret, account, "bot of " + owner, validity);
		return secret.value();
	}

	/** The number of the account of that name. */
	public static long id(Accounts accounts, String name) {
		return accounts.find(new Username(name)).orElseThrow().id();
	}

	/** The attempt of a user to sign in with a token. */
	public static TokenAttempt attempt(String login, String token) {
		return new TokenAttempt(login, new Secret(token));
	}

	/** The password of a person with that name. */
	public static String passwordOf(String name) {
		return name + " has a password";
	}

}
