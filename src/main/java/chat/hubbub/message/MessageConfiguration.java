package chat.hubbub.message;

import java.util.List;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/**
 * Lets controllers have parameters of the types {@link Draft}, {@link Revision},
 * {@link Target} and User.
 */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration implements WebSocketMessageBrokerConfigurer {

	private final JsonMapper json;

	private final DraftResolver drafts;

	MessageConfiguration(JsonMapper json, DraftResolver drafts) {
		this.json = json;
		this.drafts = drafts;
	}

	@Bean
	static TopicLocks topicLocks(JdbcClient jdbc, DataSource source) {
		return TopicLocks.of(jdbc, source);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.drafts);
		resolvers.add(new RequestResolver(this.json));
		resolvers.add(new UserResolver());
	}

}
