package chat.hubbub.broker;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Checks what a client brings to show who it is, before its CONNECT is handled.
 * Thread-safe; it keeps no thread waiting.
 */
public interface PasscodeCheck {

	/**
	 * Checks a passcode and notes in the session's attributes whose it is.
	 * @param login the name that the client gives
	 * @param passcode what proves it, not empty
	 * @param attributes the session's, safe for use by several threads
	 * @return done once the passcode is checked: at once, or later and on another thread
	 * where it has to wait
	 * @throws chat.hubbub.refusal.Refusal if it is wrong or tried too often
	 */
	CompletionStage<?> check(String login, String passcode, Map<String, Object> attributes);

}
