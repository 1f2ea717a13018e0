package chat.hubbub.crooked.stomp;

import org.springframework.messaging.simp.stomp.StompCommand;

/** A frame that wrongly knows Spring. */
public class SpringFrame {

	public StompCommand command() {
		return StompCommand.SEND;
	}

}
