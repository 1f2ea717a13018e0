package chat.hubbub.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets a program open a WebSocket or a SockJS session with its access token. */
@Component
class BearerHandshake implements HandshakeInterceptor {

	private final Bearers bearers;

	BearerHandshake(Bearers bearers) {
		this.bearers = bearers;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		if (!(request instanceof ServletServerHttpRequest asked)
				|| !(response instanceof ServletServerHttpResponse answered)
				|| !this.bearers.admit(asked.getServletRequest(), answered.getServletResponse())) {
			return false;
		}
		Bearers.in(asked.getServletRequest()).ifPresent((program) -> Credentials.note(program, attributes));
		return true;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception fault) {
		// The attributes contain the result.
	}

}
