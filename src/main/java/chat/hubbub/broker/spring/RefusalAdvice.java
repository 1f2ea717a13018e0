package chat.hubbub.broker.spring;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;

import chat.hubbub.broker.connection.Refusals;

/**
 * Reports an exception of a {@code @MessageMapping} method to the client as a refusal.
 */
@ControllerAdvice
class RefusalAdvice {

	private final Refusals refusals;

	RefusalAdvice(Refusals refusals) {
		this.refusals = refusals;
	}

	@MessageExceptionHandler
	void refuse(Exception fault, Message<?> message) {
		this.refusals.refuse(message, fault);
	}

}
