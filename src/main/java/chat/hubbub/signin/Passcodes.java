package chat.hubbub.signin;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.PasswordCheck;
import chat.hubbub.account.token.TokenCheck;
import chat.hubbub.broker.Admission;
import chat.hubbub.broker.PasscodeCheck;
import chat.hubbub.limit.KnownAddresses;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Checks the passcode of CONNECT, a password or an access token. Thread-safe. */
@Component
class Passcodes implements PasscodeCheck {

	private final PasswordCheck passwords;

	private final TokenCheck tokens;

	private final KnownAddresses known;

	Passcodes(PasswordCheck passwords, TokenCheck tokens, KnownAddresses known) {
		this.passwords = passwords;
		this.tokens = tokens;
		this.known = known;
	}

	@Override
	public CompletionStage<?> check(String login, String passcode, Map<String, Object> attributes) {
		InetAddress address = (attributes.get(Admission.ADDRESS) instanceof InetAddress there) ? there : null;
		if (AccessToken.isOne(passcode)) {
			Credentials.note(this.tokens.check(login, passcode, address), attributes);
			return CompletableFuture.completedStage(null);
		}
		return this.passwords.check(login, passcode, address)
			.thenAccept((account) -> note(account, address, attributes));
	}

	private void note(Account account, @Nullable InetAddress address, Map<String, Object> attributes) {
		Credentials.note(account, attributes);
		this.known.note(account, address);
	}

}
