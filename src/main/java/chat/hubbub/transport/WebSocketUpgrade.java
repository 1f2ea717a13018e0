package chat.hubbub.transport;

import java.security.Principal;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.websocket.core.util.WebSocketUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.context.ServletContextAware;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Turns an HTTP/1.1 connection, after Spring has checked the handshake, into a
 * {@link WebSocketLink}. Jetty's own WebSocket takes twice the time for each write and
 * three times the memory for each connection; it is used only for HTTP/2.
 */
final class WebSocketUpgrade implements RequestUpgradeStrategy, ServletContextAware {

	private final JettyRequestUpgradeStrategy jetty;

	private final Turns turns;

	WebSocketUpgrade(JettyRequestUpgradeStrategy jetty, Turns turns) {
		this.jetty = jetty;
		this.turns = turns;
	}

	@Override
	public void setServletContext(ServletContext servletContext) {
		this.jetty.setServletContext(servletContext);
	}

	@Override
	public String[] getSupportedVersions() {
		return this.jetty.getSupportedVersions();
	}

	@Override
	public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
		return List.of();
	}

	@Override
	public void upgrade(ServerHttpRequest request, ServerHttpResponse response, @Nullable String selectedProtocol,
			List<WebSocketExtension> selectedExtensions, @Nullable Principal user, WebSocketHandler handler,
			Map<String, Object> attributes) {
		Request http = jettyRequest(request);
		if (http.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1
				|| !(WebSocketHandlerDecorator.unwrap(handler) instanceof Visits visits)) {
			this.jetty.upgrade(request, response, selectedProtocol, selectedExtensions, user, handler, attributes);
			return;
		}
		EndPoint endPoint = http.getConnectionMetaData().getConnection().getEndPoint();
		WebSocketLink link = new WebSocketLink(endPoint, http.getComponents().getExecutor(),
				http.getComponents().getByteBufferPool(), this.turns,
				(opened) -> visits.open(opened, attributes, selectedProtocol));
		http.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, link);
		accept(request.getHeaders(), response, selectedProtocol);
	}

	/** The server's opening handshake (RFC 6455, 4.2.2). */
	private static void accept(HttpHeaders request, ServerHttpResponse response, @Nullable String subProtocol) {
		HttpHeaders headers = response.getHeaders();
		headers.setUpgrade("websocket");
		headers.setConnection("Upgrade");
		headers.set(WebSocketHttpHeaders.SEC_WEBSOCKET_ACCEPT,
				WebSocketUtils.hashKey(request.getFirst(WebSocketHttpHeaders.SEC_WEBSOCKET_KEY)));
		if (subProtocol != null) {
			headers.set(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL, subProtocol);
		}
		response.setStatusCode(HttpStatus.SWITCHING_PROTOCOLS);
	}

	/** The request as Jetty has it. */
	static Request jettyRequest(ServerHttpRequest request) {
		HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
		return ServletContextRequest.getServletContextRequest(servletRequest);
	}

}
