package chat.hubbub.limit;

import org.eclipse.jetty.server.handler.SizeLimitHandler;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Limits the body of a request. Jetty by itself reads a body of any size, and the JSON
 * parser keeps a text in memory before its length is checked.
 */
@Component
class BodyLimit implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/**
	 * The same as the limit of a WebSocket message, because SockJS posts the same
	 * content.
	 */
	static final DataSize MOST = DataSize.ofMegabytes(1);

	private static final int ANY = -1;

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> server.insertHandler(new SizeLimitHandler(MOST.toBytes(), ANY)));
	}

}
