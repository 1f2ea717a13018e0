package chat.hubbub.transport;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** The plain chat at {@code /chat/}, with and without the last slash. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class PlainChatEndpoint implements WebSocketConfigurer {

	private final PlainChat plainChat;

	PlainChatEndpoint(PlainChat plainChat) {
		this.plainChat = plainChat;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.plainChat, "/chat", "/chat/")
			.setHandshakeHandler(Handshakes.jetty())
			.addInterceptors(Handshakes.session());
	}

}
