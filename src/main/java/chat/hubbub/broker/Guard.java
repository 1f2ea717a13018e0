package chat.hubbub.broker;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

/**
 * Says what a client may name in its frames. Every SEND and every SUBSCRIBE of every
 * transport is asked about before anything else is done with it, those of a transaction
 * when it is committed. Thread-safe; answers from memory.
 */
public interface Guard {

	/**
	 * Lets a frame pass, or refuses it.
	 * @param user who sent it, {@code null} for nobody
	 * @param command {@code SEND} or {@code SUBSCRIBE}
	 * @param destination what the frame names
	 * @return the same, or what stands for it if it has several names
	 * @throws chat.hubbub.refusal.Refusal if that user may not
	 */
	String check(@Nullable Principal user, StompCommand command, String destination);

}
