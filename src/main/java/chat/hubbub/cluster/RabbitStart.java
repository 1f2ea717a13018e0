package chat.hubbub.cluster;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.core.RabbitAdmin;

/**
 * The first connection to RabbitMQ: if it fails, the node does not start, because its
 * settings are wrong. Later a node does without RabbitMQ until it is back.
 */
final class RabbitStart {

	private RabbitStart() {
	}

	static void begin(ConnectionFactory connections, RabbitAdmin admin, RabbitBus bus, Neighbours neighbours) {
		connections.addConnectionListener(new Watch(bus));
		try {
			connections.createConnection();
			admin.initialize();
			if (neighbours.haveAnotherDatabase()) {
				throw new ClusterUnusable(broker(connections) + " has another cluster of this name, with another"
						+ " database: give one of them another hubbub.cluster.name, or correct spring.datasource.url.");
			}
		}
		catch (AmqpException ex) {
			throw new ClusterUnusable(sentence(connections, ex), ex);
		}
	}

	private static String broker(ConnectionFactory connections) {
		return "RabbitMQ at " + connections.getHost() + ":" + connections.getPort();
	}

	private static String sentence(ConnectionFactory connections, AmqpException fault) {
		String broker = broker(connections);
		String reason = reason(fault);
		if (fault instanceof AmqpAuthenticationException) {
			return broker + " refuses the user: correct spring.rabbitmq.username and spring.rabbitmq.password.";
		}
		if (reason.contains("NOT_ALLOWED")) {
			return broker + " has no virtual host " + connections.getVirtualHost()
					+ " for the user: correct spring.rabbitmq.virtual-host, or give the user access to it.";
		}
		if (reason.contains("ACCESS_REFUSED")) {
			return broker + " does not allow the user to declare exchanges and queues: give it the rights to configure,"
					+ " write and read in the virtual host " + connections.getVirtualHost() + ".";
		}
		if (reason.contains("PRECONDITION_FAILED")) {
			return broker
					+ " has an exchange of this name that is not Hubbub's: set hubbub.cluster.name to another name,"
					+ " or delete the exchange.";
		}
		return broker + " cannot be reached: start RabbitMQ, correct spring.rabbitmq.host and spring.rabbitmq.port, or"
				+ " set hubbub.cluster.bus=none.";
	}

	/** The messages of a fault and its causes. */
	private static String reason(Throwable fault) {
		StringBuilder reasons = new StringBuilder();
		Throwable cause = fault;
		while (cause != null) {
			reasons.append(' ').append(cause.getMessage());
			cause = cause.getCause();
		}
		return reasons.toString();
	}

	/** Follows the connection, and whether RabbitMQ takes messages on it. */
	private record Watch(RabbitBus bus) implements ConnectionListener {

		@Override
		public void onCreate(@Nullable Connection connection) {
			this.bus.setBlocked(null);
			if (connection != null) {
				connection.addBlockedListener(new Blocked(this.bus));
			}
		}

		@Override
		public void onShutDown(ShutdownSignalException signal) {
			this.bus.setBlocked(null);
		}

	}

	/** RabbitMQ blocks publishers while it has too little memory or disk space. */
	private record Blocked(RabbitBus bus) implements BlockedListener {

		@Override
		public void handleBlocked(String reason) {
			this.bus.setBlocked(reason);
		}

		@Override
		public void handleUnblocked() {
			this.bus.setBlocked(null);
		}

	}

}
