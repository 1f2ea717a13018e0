package chat.hubbub.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import chat.hubbub.broker.Admission;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Language;
import chat.hubbub.words.RequestLanguage;

/**
 * Records the address and the language of a client, and refuses its handshake if it
 * exceeds a limit. Thread-safe.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Entrance implements HandshakeInterceptor {

	private final ObjectProvider<Admission> admission;

	private final HandlerExceptionResolver refusals;

	Entrance(ObjectProvider<Admission> admission,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		this.admission = admission;
		this.refusals = refusals;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		if (!(request instanceof ServletServerHttpRequest asked)
				|| !(response instanceof ServletServerHttpResponse answered)) {
			return false;
		}
		attributes.put(Language.ATTRIBUTE, RequestLanguage.of(asked.getServletRequest()));
		InetAddress address = address(asked.getServletRequest());
		if (address != null) {
			attributes.put(Admission.ADDRESS, address);
		}
		try {
			this.admission.ifAvailable((admission) -> admission.ask(address));
			return true;
		}
		catch (Refusal refusal) {
			this.refusals.resolveException(asked.getServletRequest(), answered.getServletResponse(), null, refusal);
			return false;
		}
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception fault) {
		// The connection is counted when it is opened.
	}

	private static @Nullable InetAddress address(HttpServletRequest request) {
		try {
			return InetAddress.getByName(request.getRemoteAddr());
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
