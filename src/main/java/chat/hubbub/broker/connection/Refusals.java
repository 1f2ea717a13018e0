package chat.hubbub.broker.connection;

import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.RefusedFrames;
import chat.hubbub.broker.fanout.BudgetFault;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.stomp.Destinations;

/**
 * Tells a client that its frame was refused: on {@code /user/queue/errors} if the client
 * subscribes to it, otherwise with an ERROR frame, after which the connection is closed
 * (STOMP 1.2, ERROR). Thread-safe.
 */
@Component
public class Refusals implements RefusedFrames {

	/** The start of the destination to which Spring converts /user/queue/errors. */
	private static final String ERRORS = "/queue/errors-user";

	private final JsonMapper json;

	private volatile Consumer<String> listener = (code) -> {
	};

	/** Refusals that clients receive as JSON. */
	public Refusals(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void refuse(Message<?> message, Throwable cause) {
		Exchange exchange = Exchange.of(message);
		if (exchange == null) {
			throw new IllegalArgumentException("Only a client's frame can be refused", cause);
		}
		refuse(exchange, cause);
	}

	/** Refuses the frame of an exchange, like {@link #refuse(Message, Throwable)}. */
	public void refuse(Exchange exchange, Throwable cause) {
		exchange.refuse();
		refuse(exchange.connection(), Fault.of(cause, exchange.id()));
	}

	/**
	 * Sends a refusal to a client.
	 * @param connection the connection of the client
	 * @param fault the reason; an exceeded budget always ends the connection
	 */
	public void refuse(Connection connection, Fault fault) {
		if (fault.code().startsWith(BudgetFault.PREFIX)) {
			connection.fail(fault);
			return;
		}
		connection.subscriptions().to((destination) -> destination.startsWith(ERRORS)).ifPresentOrElse((errors) -> {
			count(fault);
			Batch.mayWait(() -> connection.subscriptions()
				.send(errors, encode(errors, fault.in(connection.output().language()))));
		}, () -> connection.fail(fault));
	}

	/** Reports a refusal to the listener, once for each that a client is told. */
	void count(Fault fault) {
		this.listener.accept(fault.code());
	}

	/** Registers a listener for the code of each refusal; it is called by any thread. */
	public void onRefusal(Consumer<String> listener) {
		this.listener = listener;
	}

	private EncodedMessage encode(Subscription errors, Fault.Told fault) {
		return EncodedMessage.json(errors.destination(), Destinations.ERRORS, this.json.writeValueAsBytes(fault));
	}

}
