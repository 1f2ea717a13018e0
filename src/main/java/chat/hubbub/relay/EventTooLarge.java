package chat.hubbub.relay;

/** RabbitMQ does not take a message of this size. */
@SuppressWarnings("serial")
class EventTooLarge extends RuntimeException {

	EventTooLarge(Throwable cause) {
		super("RabbitMQ does not take a message of this size", cause);
	}

}
