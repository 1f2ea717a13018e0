package chat.hubbub.account;

import java.net.InetAddress;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Decides when a password may be checked. {@link PasswordCheck} asks it before each
 * check. Thread-safe; it does not block.
 */
public interface SignInQueue {

	/**
	 * Queues a sign-in.
	 * @param name the name of the account, as typed
	 * @param address the client's address, or {@code null} if unknown
	 * @return the turn: at once, or later if there were too many attempts with the name
	 * @throws chat.hubbub.refusal.Refusal if there were too many attempts
	 */
	CompletionStage<Turn> line(String name, @Nullable InetAddress address);

	/**
	 * Allows a signed-in user to confirm the password. Attempts of others with the name
	 * do not count.
	 * @param account the account
	 * @return the turn
	 * @throws chat.hubbub.refusal.Refusal if there were too many attempts
	 */
	Turn confirm(Account account);

	/**
	 * The right to check one password, already counted. It is the details object of the
	 * attempt for the {@code AuthenticationManager}.
	 */
	@FunctionalInterface
	interface Turn {

		/** The password was correct, so it does not count as a guess. */
		void succeeded();

	}

}
