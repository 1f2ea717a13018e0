package chat.hubbub.security;

import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** Puts the checks on the path of every client frame. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebSocketMessageBrokerConfigurer {

	private final SignIn signIn;

	private final TopicRights topicRights;

	SecurityConfiguration(SignIn signIn, TopicRights topicRights) {
		this.signIn = signIn;
		this.topicRights = topicRights;
	}

	@Override
	public void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.signIn, this.topicRights);
	}

}
