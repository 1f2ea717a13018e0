package chat.hubbub.cluster;

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

import chat.hubbub.broker.Backlog;

/** The bus over RabbitMQ, on one connection for each node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hubbub.cluster.enabled")
@ConditionalOnProperty(name = "hubbub.cluster.bus", havingValue = "rabbit", matchIfMissing = true)
class RabbitConfiguration {

	/** The time in ms after which a lost consumer or connection is tried again. */
	private static final long RETRY_MILLIS = 1_000;

	@Bean
	static FanoutExchange nodesExchange(ClusterProperties cluster) {
		return new FanoutExchange(cluster.name() + ".nodes", false, false);
	}

	@Bean
	static Queue nodeQueue() {
		return new AnonymousQueue();
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
	static RabbitBus nodeBus(ConnectionFactory connections, RabbitAdmin admin, FanoutExchange nodesExchange, Node node,
			Backlog store) {
		RabbitBus bus = new RabbitBus(new RabbitTemplate(connections), nodesExchange.getName(), node, store::epoch);
		RabbitStart.begin(connections, admin, bus);
		return bus;
	}

	@Bean
	static BusHealthIndicator busHealthIndicator(RabbitBus bus) {
		return new BusHealthIndicator(bus);
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
