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

	// How many writes SockJS keeps for a client between two of its HTTP requests. With
	// too few
	// a busy topic ends the connection in the gap; a client that stays away is dropped in
	// 5 s.
	private static final int POLLING_GAP_WRITES = 1024;

	private final StompWebSocket stomp;

	private final PlainChat plainChat;

	Endpoints(StompWebSocket stomp, PlainChat plainChat) {
		this.stomp = stomp;
		this.plainChat = plainChat;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.stomp, "/ws")
			.setHandshakeHandler(Handshakes.jetty())
			.addInterceptors(Handshakes.session());
		registry.addHandler(this.stomp, "/sockjs")
			.setHandshakeHandler(Handshakes.jetty())
			.addInterceptors(Handshakes.session())
			.withSockJS()
			.setHttpMessageCacheSize(POLLING_GAP_WRITES);
		registry.addHandler(this.plainChat, "/chat", "/chat/")
			.setHandshakeHandler(Handshakes.jetty())
			.addInterceptors(Handshakes.session());
	}

}
