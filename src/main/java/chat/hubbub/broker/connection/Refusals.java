package chat.hubbub.broker.connection;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.fanout.BudgetFault;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.stomp.Destinations;

/**
 * Tells a client that a frame of its was refused: on {@code /user/queue/errors} where it
 * subscribed to that, else by an ERROR frame, after which the connection is closed (STOMP
 * 1.2, ERROR). Thread-safe.
 */
@Component
public class Refusals {

	private final JsonMapper json;

	public Refusals(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Refuses a frame. The client's receipt, if it asked for one, is not sent.
	 * @param message the client's frame
	 * @param cause why; what is not a refusal of ours is logged and reported by an id
	 */
	public void refuse(Message<?> message, Throwable cause) {
		Receipt receipt = Receipt.of(message);
		if (receipt == null) {
			throw new IllegalArgumentException("Only a client's frame can be refused", cause);
		}
		refuse(receipt, cause);
	}

	public void refuse(Receipt receipt, Throwable cause) {
		receipt.refuse();
		refuse(receipt.session(), Fault.of(cause, receipt.id()));
	}

	public void refuse(Connection session, Fault fault) {
		if (fault.code().startsWith(BudgetFault.PREFIX)) {
			session.fail(fault);
			return;
		}
		session.errors()
			.ifPresentOrElse((errors) -> session.sendTo(errors, encode(errors, fault)), () -> session.fail(fault));
	}

	private EncodedMessage encode(Subscription errors, Fault fault) {
		return EncodedMessage.json(errors.destination(), Destinations.ERRORS, this.json.writeValueAsBytes(fault));
	}

}
