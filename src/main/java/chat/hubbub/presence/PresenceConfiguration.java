package chat.hubbub.presence;

import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** Lets {@link Typing} see the frames that clients send. */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration implements WebSocketMessageBrokerConfigurer {

	private final Typing typing;

	PresenceConfiguration(Typing typing) {
		this.typing = typing;
	}

	@Override
	public void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.typing);
	}

}
