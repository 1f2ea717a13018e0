package chat.hubbub.transport;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * The endpoints of the web server: STOMP over WebSocket at {@code /ws}, over SockJS at
 * {@code /sockjs}, and plain texts at {@code /chat/}, with and without the last slash.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class Endpoints implements WebSocketConfigurer {

	private final StompWebSocket stomp;

	private final PlainChat plainChat;

	private final HandshakeRules handshakes;

	Endpoints(StompWebSocket stomp, PlainChat plainChat, HandshakeRules handshakes) {
		this.stomp = stomp;
		this.plainChat = plainChat;
		this.handshakes = handshakes;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.stomp, "/ws")
			.setHandshakeHandler(this.handshakes.upgrade())
			.addInterceptors(this.handshakes.interceptors())
			.setAllowedOrigins(this.handshakes.origins());
		registry.addHandler(this.stomp, "/sockjs")
			.setHandshakeHandler(this.handshakes.upgrade())
			.addInterceptors(this.handshakes.interceptors())
			.setAllowedOrigins(this.handshakes.origins())
			.withSockJS();
		registry.addHandler(this.plainChat, "/chat", "/chat/")
			.setHandshakeHandler(this.handshakes.upgrade())
			.addInterceptors(this.handshakes.interceptors())
			.setAllowedOrigins(this.handshakes.origins());
	}

}
