package chat.hubbub.signin;

import io.github.bucket4j.TimeMeter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import chat.hubbub.limit.Limits;

/** Adds the sign-in to the inbound channel of all client frames. */
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

	/**
	 * Turns off the timing of each security filter. It costs more than the filters, and
	 * {@code http.server.requests} times the whole request.
	 */
	@Bean
	static SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * A monotonic time: if the machine's clock were set back, everybody would be refused.
	 */
	@Bean
	static TimeMeter timeMeter() {
		return TimeMeter.SYSTEM_NANOTIME;
	}

}
