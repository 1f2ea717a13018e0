package chat.hubbub.message;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.messaging.converter.MessageConverter;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/**
 * Lets controllers take a {@link Draft}; ahead of the converters that Spring Boot adds.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MessageConfiguration implements WebSocketMessageBrokerConfigurer {

	private final JsonMapper json;

	MessageConfiguration(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean configureMessageConverters(List<MessageConverter> converters) {
		converters.add(new DraftConverter(this.json));
		return true;
	}

}
