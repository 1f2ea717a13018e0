package chat.hubbub.broker;

import org.springframework.messaging.Message;

/** Tells clients that their frames were refused. Thread-safe. */
public interface RefusedFrames {

	/**
	 * Refuses a frame. A requested RECEIPT is not sent.
	 * @param message the client's frame
	 * @param cause the reason; an exception other than a {@code Refusal} is logged and
	 * reported only as an id
	 */
	void refuse(Message<?> message, Throwable cause);

}
