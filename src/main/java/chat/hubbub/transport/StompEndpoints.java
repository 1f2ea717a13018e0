package chat.hubbub.transport;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** STOMP over WebSocket at {@code /ws}, and over SockJS at {@code /sockjs}. */
@Configuration(proxyBeanMethods = false)
class StompEndpoints implements WebSocketMessageBrokerConfigurer {

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/ws").setHandshakeHandler(Handshakes.jetty()).addInterceptors(Handshakes.session());
		registry.addEndpoint("/sockjs")
			.setHandshakeHandler(Handshakes.jetty())
			.addInterceptors(Handshakes.session())
			.withSockJS();
	}

}
