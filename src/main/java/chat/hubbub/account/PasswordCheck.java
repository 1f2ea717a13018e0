package chat.hubbub.account;

import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import chat.hubbub.account.SignInQueue.Turn;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Checks passwords with the {@link AuthenticationManager}, so that its limit on attempts
 * applies to every password. Thread-safe.
 */
@Component
public class PasswordCheck {

	private final ObjectProvider<AuthenticationManager> door;

	private final SignInQueue queue;

	private final Accounts accounts;

	PasswordCheck(ObjectProvider<AuthenticationManager> door, SignInQueue queue, Accounts accounts) {
		this.door = door;
		this.queue = queue;
		this.accounts = accounts;
	}

	/**
	 * Checks the password of a sign-in.
	 * @param name the name of the account
	 * @param secret its password
	 * @param address the client's address, or {@code null} if unknown
	 * @return the account: at once, or later on another thread if the attempt has to
	 * wait; it then fails with the exceptions that this method throws otherwise
	 * @throws SignInFailed if they do not match
	 */
	public CompletionStage<Account> check(String name, String secret, @Nullable InetAddress address) {
		CompletableFuture<Turn> turn = this.queue.line(name, address).toCompletableFuture();
		return turn.isDone() ? CompletableFuture.completedStage(look(name, secret, turn.join()))
				: turn.thenApply((now) -> look(name, secret, now));
	}

	/**
	 * Checks the password again for a user who is signed in.
	 * @param account the account
	 * @param secret its password
	 * @return the account
	 * @throws SignInFailed if it is another password
	 */
	public Account confirm(Account account, String secret) {
		return look(account.username().value(), secret, this.queue.confirm(account));
	}

	private Account look(String name, String secret, Turn turn) {
		UsernamePasswordAuthenticationToken attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, secret);
		attempt.setDetails(turn);
		User user = (User) this.door.getObject().authenticate(attempt).getPrincipal();
		return this.accounts.find((user != null) ? user.account() : null).orElseThrow(SignInFailed::new);
	}

}
