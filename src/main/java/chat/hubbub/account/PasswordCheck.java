package chat.hubbub.account;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Asks at the one door, the {@link AuthenticationManager}: what stands before it, such as
 * a limit on attempts, stands before every password. Thread-safe.
 */
@Component
public class PasswordCheck {

	private final ObjectProvider<AuthenticationManager> door;

	private final Accounts accounts;

	PasswordCheck(ObjectProvider<AuthenticationManager> door, Accounts accounts) {
		this.door = door;
		this.accounts = accounts;
	}

	/**
	 * Checks what somebody says who wants to come in.
	 * @param name the name of the account
	 * @param secret its password
	 * @param address where they come from, the attempt's
	 * {@linkplain UsernamePasswordAuthenticationToken#getDetails() details}; {@code null}
	 * if that is unknown
	 * @return the account
	 * @throws SignInFailed if they do not belong together
	 */
	public Account check(String name, String secret, @Nullable Object address) {
		UsernamePasswordAuthenticationToken attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, secret);
		attempt.setDetails(address);
		User user = (User) this.door.getObject().authenticate(attempt).getPrincipal();
		return this.accounts.find((user != null) ? user.account() : null).orElseThrow(SignInFailed::new);
	}

}
