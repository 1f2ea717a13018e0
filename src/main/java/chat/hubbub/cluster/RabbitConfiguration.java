package chat.hubbub.cluster;

import java.util.Map;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import chat.hubbub.broker.Backlog;

/** The bus over RabbitMQ, on one connection for each node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hubbub.cluster.enabled")
@ConditionalOnProperty(name = "hubbub.cluster.bus", havingValue = "rabbit", matchIfMissing = true)
class RabbitConfiguration {

	/** The time in ms after which a lost consumer or connection is tried again. */
	private static final long RETRY_MILLIS = 1_000;

	/** The bytes that RabbitMQ keeps for a node while it is slow. */
	private static final long QUEUE_BYTES = 64 * 1024 * 1024;

	@Bean
	static FanoutExchange nodesExchange(ClusterProperties cluster) {
		return new FanoutExchange(cluster.name() + ".nodes", false, false);
	}

	/** RabbitMQ drops the oldest messages of a slow node, which then reads the store. */
	@Bean
	static Queue nodeQueue() {
		return new AnonymousQueue(Map.of("x-max-length-bytes", QUEUE_BYTES, "x-overflow", "drop-head"));
	}

	@Bean
	static Binding nodeBinding(Queue nodeQueue, FanoutExchange nodesExchange) {
		return BindingBuilder.bind(nodeQueue).to(nodesExchange);
	}

	/** Without repetitions, so that a faulty start ends at once. */
	@Bean
	static RabbitAdmin amqpAdmin(ConnectionFactory connections) {
		RabbitAdmin admin = new RabbitAdmin(connections);
		admin.setRetryTemplate(null);
		return admin;
	}

	@Bean
	static Neighbours neighbours(ConnectionFactory connections, Queue nodeQueue, JdbcTemplate jdbc) {
		RabbitTemplate rabbit = new RabbitTemplate(connections);
		return new Neighbours(() -> rabbit.receive(nodeQueue.getName()),
				(epoch) -> !jdbc.queryForList("select id from epoch where id = ?", String.class, epoch).isEmpty());
	}

	@Bean
	static RabbitBus nodeBus(ConnectionFactory connections, RabbitAdmin admin, FanoutExchange nodesExchange, Node node,
			Backlog store, Neighbours neighbours) {
		RabbitBus bus = new RabbitBus(new RabbitTemplate(connections), nodesExchange.getName(), node, store::epoch);
		RabbitStart.begin(connections, admin, bus, neighbours);
		return bus;
	}

	@Bean
	static BusHealthIndicator busHealthIndicator(RabbitBus bus) {
		return new BusHealthIndicator(bus);
	}

	@Bean
	static BusMetrics busMetrics(RabbitBus bus) {
		return new BusMetrics(bus);
	}

	@Bean
	static DirectMessageListenerContainer nodeListener(ConnectionFactory connections, RabbitAdmin admin,
			Queue nodeQueue, RabbitBus bus) {
		DirectMessageListenerContainer container = new DirectMessageListenerContainer(connections);
		container.setQueues(nodeQueue);
		container.setAmqpAdmin(admin);
		container.setAcknowledgeMode(AcknowledgeMode.NONE);
		container.setMissingQueuesFatal(false);
		container.setMonitorInterval(RETRY_MILLIS);
		container.setRecoveryInterval(RETRY_MILLIS);
		container.setFailedDeclarationRetryInterval(RETRY_MILLIS);
		container.setMessageListener(bus);
		return container;
	}

}
