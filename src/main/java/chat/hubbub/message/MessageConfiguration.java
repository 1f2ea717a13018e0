package chat.hubbub.message;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** Lets controllers take a {@link Draft}, and the User who sends it. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration implements WebSocketMessageBrokerConfigurer {

	private final JsonMapper json;

	MessageConfiguration(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new DraftResolver(this.json));
		resolvers.add(new UserResolver());
	}

}
