package chat.hubbub.security;

import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** Puts the sign-in on the path of every client frame. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebSocketMessageBrokerConfigurer {

	private final SignIn signIn;

	SecurityConfiguration(SignIn signIn) {
		this.signIn = signIn;
	}

	@Override
	public void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.signIn);
	}

}
