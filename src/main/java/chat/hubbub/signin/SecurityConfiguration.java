package chat.hubbub.signin;

import io.github.bucket4j.TimeMeter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import chat.hubbub.limit.Limits;

/** Puts the sign-in on the path of every client frame. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebSocketMessageBrokerConfigurer {

	private final SignIn signIn;

	private final Limits limits;

	SecurityConfiguration(SignIn signIn, Limits limits) {
		this.signIn = signIn;
		this.limits = limits;
	}

	@Override
	public void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.signIn, this.limits);
	}

	/** A time that is not set back with the machine's clock: nobody would get in. */
	@Bean
	static TimeMeter timeMeter() {
		return TimeMeter.SYSTEM_NANOTIME;
	}

}
