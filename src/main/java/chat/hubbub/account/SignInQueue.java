package chat.hubbub.account;

import java.net.InetAddress;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Says when a password may be looked at. {@link PasswordCheck} asks here before each one.
 * Thread-safe; no caller is kept waiting.
 */
public interface SignInQueue {

	/**
	 * Lines somebody up who wants to sign in.
	 * @param name the name of the account, as typed
	 * @param address where they come from, or {@code null} if that is unknown
	 * @return the turn: at once, or later where the name is tried too often
	 * @throws chat.hubbub.refusal.Refusal if it is one attempt too many
	 */
	CompletionStage<Turn> line(String name, @Nullable InetAddress address);

	/**
	 * Lets somebody who is signed in say their password again. What strangers try under
	 * the name does not count.
	 * @param account the account
	 * @return the turn
	 * @throws chat.hubbub.refusal.Refusal if it is one attempt too many
	 */
	Turn confirm(Account account);

	/**
	 * One look at a password: the details of the attempt that goes to the
	 * {@code AuthenticationManager}. It has been counted.
	 */
	@FunctionalInterface
	interface Turn {

		/** It was the right password, so it is not counted as a guess. */
		void succeeded();

	}

}
