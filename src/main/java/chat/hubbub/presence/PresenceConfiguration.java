package chat.hubbub.presence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import chat.hubbub.timer.Ticker;

/** Lets {@link Typing} see the frames that clients send, and starts the clock. */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration implements WebSocketMessageBrokerConfigurer {

	private final Typing typing;

	PresenceConfiguration(Typing typing) {
		this.typing = typing;
	}

	@Bean
	static Ticker presenceTicker(PresenceClock clock) {
		return new Ticker("presence", PresenceClock.EVERY, () -> clock.tick(System.nanoTime()),
				"A round of presence failed");
	}

	@Override
	public void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.typing);
	}

}
