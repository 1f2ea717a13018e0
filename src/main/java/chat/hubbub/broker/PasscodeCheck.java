package chat.hubbub.broker;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Checks the credentials of a client before its CONNECT is handled. Thread-safe; it does
 * not block the calling thread.
 */
public interface PasscodeCheck {

	/**
	 * Checks a passcode and records its user in the attributes of the connection.
	 * @param login the name from the client
	 * @param passcode a password or an access token, not empty
	 * @param attributes the attributes of the connection, safe for use by several threads
	 * @return completes when the passcode has been checked: at once, or later on another
	 * thread if it has to wait
	 * @throws chat.hubbub.refusal.Refusal if it is wrong or there were too many attempts
	 */
	CompletionStage<?> check(String login, String passcode, Map<String, Object> attributes);

}
