package chat.hubbub.broker;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

/**
 * Checks the destinations in clients' frames. It checks every SEND and SUBSCRIBE of every
 * transport before anything else, and those of a transaction at its COMMIT. Thread-safe;
 * answers from memory.
 */
public interface Guard {

	/**
	 * Checks a frame.
	 * @param user its sender, {@code null} if unknown
	 * @param command {@code SEND} or {@code SUBSCRIBE}
	 * @param destination the destination in the frame
	 * @return the canonical name of the destination
	 * @throws chat.hubbub.refusal.Refusal if the user may not use it
	 */
	String check(@Nullable Principal user, StompCommand command, String destination);

}
