package chat.hubbub.transport;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.sockjs.frame.JacksonJsonSockJsMessageCodec;

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

	private final JsonMapper json;

	Endpoints(StompWebSocket stomp, PlainChat plainChat, HandshakeRules handshakes, JsonMapper json) {
		this.stomp = stomp;
		this.plainChat = plainChat;
		this.handshakes = handshakes;
		this.json = json;
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
			.withSockJS()
			.setMessageCodec(new JacksonJsonSockJsMessageCodec(this.json));
		registry.addHandler(this.plainChat, "/chat", "/chat/")
			.setHandshakeHandler(this.handshakes.upgrade())
			.addInterceptors(this.handshakes.interceptors())
			.setAllowedOrigins(this.handshakes.origins());
	}

}
