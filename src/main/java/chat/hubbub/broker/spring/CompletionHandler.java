package chat.hubbub.broker.spring;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.messaging.handler.invocation.HandlerMethodReturnValueHandler;
import org.springframework.messaging.simp.annotation.SendToUser;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.connection.Exchange;
import chat.hubbub.broker.connection.Refusals;

/**
 * Lets a controller return a {@code CompletionStage} for its work: the client's RECEIPT
 * waits until the work is done, and a fault reaches the client as a refusal. The result
 * is not sent, so methods with {@link SendTo} or {@link SendToUser} are left to Spring.
 */
class CompletionHandler implements HandlerMethodReturnValueHandler {

	private final Refusals refusals;

	CompletionHandler(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		return CompletionStage.class.isAssignableFrom(returnType.getParameterType())
				&& !returnType.hasMethodAnnotation(SendTo.class) && !returnType.hasMethodAnnotation(SendToUser.class);
	}

	@Override
	public void handleReturnValue(@Nullable Object returnValue, MethodParameter returnType, Message<?> message) {
		if (returnValue instanceof CompletionStage<?> work) {
			await(work, message);
		}
	}

	void await(CompletionStage<?> work, Message<?> message) {
		// A fault in a transaction is answered once, by the refusal of its COMMIT.
		Exchange exchange = Exchange.of(message);
		if (exchange != null) {
			// The lambda holds only the exchange, so the message and its body can be
			// collected.
			exchange
				.await(Batch.isTransaction() ? work : work.whenComplete((result, fault) -> refuse(exchange, fault)));
		}
	}

	private void refuse(Exchange exchange, @Nullable Throwable fault) {
		if (fault != null) {
			this.refusals.refuse(exchange, fault);
		}
	}

}
