package chat.hubbub.relay;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import chat.hubbub.broker.Backlog;
import chat.hubbub.cluster.ClusterProperties;
import chat.hubbub.message.EventLog;

/** The relay, on a single server as in a cluster. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hubbub.relay.enabled")
class RelayConfiguration {

	@Bean
	static Relay relay(ConnectionFactory connections, ClusterProperties cluster, RelayProperties settings,
			JdbcClient jdbc, EventLog log, Backlog store, JsonMapper json) {
		EventExchange exchange = new EventExchange(connections, cluster.name() + ".events");
		return new Relay(exchange, log, new PublicTopics(jdbc, settings.topics()), store::epoch, json);
	}

}
