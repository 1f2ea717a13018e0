package chat.hubbub.relay;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * The durable topic exchange of the events, over a channel of its own on the connection
 * of the node. Spring's channels are not used, because those with confirms would get into
 * the pool from which the bus takes its own. For one thread.
 */
final class EventExchange {

	private final ConnectionFactory connections;

	private final String name;

	private @Nullable Channel channel;

	EventExchange(ConnectionFactory connections, String name) {
		this.connections = connections;
		this.name = name;
	}

	/**
	 * Connects if there is no connection, and declares the exchange unless it exists.
	 * @return a channel with confirms
	 */
	Channel open() {
		Channel open = this.channel;
		if (open == null || !open.isOpen()) {
			open = create();
			this.channel = open;
		}
		return open;
	}

	/**
	 * Publishes messages in their order, and waits until RabbitMQ has confirmed all. The
	 * wait has no end but that of the connection, because a repetition while RabbitMQ
	 * takes no messages would only add to what it has to take.
	 * @throws EventTooLarge if one of them is; others may have been published
	 */
	void publish(List<EventMessage> messages) throws InterruptedException {
		Channel open = open();
		boolean confirmed;
		try {
			for (EventMessage message : messages) {
				open.basicPublish(this.name, message.topic().value(), message.properties(), message.body());
			}
			confirmed = open.waitForConfirms();
		}
		catch (IOException | ShutdownSignalException ex) {
			throw explained(ex);
		}
		if (!confirmed) {
			throw new RelayUnable("RabbitMQ has refused events: a queue at the exchange " + this.name
					+ " is full and rejects messages (x-overflow)");
		}
	}

	private Channel create() {
		try {
			Connection connection = this.connections.createConnection().getDelegate();
			if (connection == null) {
				throw new RelayUnable("RabbitMQ cannot be reached");
			}
			if (!exists(connection)) {
				declare(connection);
			}
			Channel fresh = channel(connection);
			fresh.confirmSelect();
			return fresh;
		}
		catch (AmqpException | IOException | ShutdownSignalException ex) {
			throw explained(ex);
		}
	}

	/** Asked first, so that the user of an existing exchange may lack the right. */
	private boolean exists(Connection connection) throws IOException {
		try {
			Channel asking = channel(connection);
			asking.exchangeDeclarePassive(this.name);
			close(asking);
			return true;
		}
		catch (IOException ex) {
			if (code(ex) == AMQP.NOT_FOUND) {
				return false;
			}
			throw ex;
		}
	}

	private void declare(Connection connection) throws IOException {
		Channel declaring = channel(connection);
		declaring.exchangeDeclare(this.name, BuiltinExchangeType.TOPIC, true);
		close(declaring);
	}

	private static Channel channel(Connection connection) throws IOException {
		Channel channel = connection.createChannel();
		if (channel == null) {
			throw new RelayUnable("The connection to RabbitMQ has no channel left");
		}
		return channel;
	}

	private static void close(Channel channel) throws IOException {
		try {
			channel.close();
		}
		catch (TimeoutException ex) {
			throw new IOException(ex);
		}
	}

	private RuntimeException explained(Exception fault) {
		return switch (code(fault)) {
			case AMQP.PRECONDITION_FAILED -> new EventTooLarge(fault);
			case AMQP.ACCESS_REFUSED -> new RelayUnable("RabbitMQ does not let the user publish to the exchange "
					+ this.name + ": give it the rights to configure and to write it", fault);
			default -> new RelayUnable("RabbitMQ takes no events: " + fault.getMessage(), fault);
		};
	}

	/** The code with which RabbitMQ has closed a channel, or 0. */
	private static int code(@Nullable Throwable fault) {
		if (fault instanceof ShutdownSignalException signal) {
			Method reason = signal.getReason();
			return (reason instanceof AMQP.Channel.Close close) ? close.getReplyCode() : 0;
		}
		return (fault != null) ? code(fault.getCause()) : 0;
	}

}
