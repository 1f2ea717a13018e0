package chat.hubbub.transport;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Where clients connect: STOMP over WebSocket at {@code /ws} and over SockJS at
 * {@code /sockjs}, plain texts at {@code /chat/}, with and without the last slash.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class Endpoints implements WebSocketConfigurer {

	private final StompWebSocket stomp;

	private final PlainChat plainChat;

	Endpoints(StompWebSocket stomp, PlainChat plainChat) {
		this.stomp = stomp;
		this.plainChat = plainChat;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.stomp, "/ws")
			.setHandshakeHandler(Handshakes.direct())
			.addInterceptors(Handshakes.session());
		registry.addHandler(this.stomp, "/sockjs")
			.setHandshakeHandler(Handshakes.jetty())
			.addInterceptors(Handshakes.session())
			.withSockJS();
		registry.addHandler(this.plainChat, "/chat", "/chat/")
			.setHandshakeHandler(Handshakes.direct())
			.addInterceptors(Handshakes.session());
	}

}
