package chat.hubbub.limit;

import org.eclipse.jetty.server.handler.SizeLimitHandler;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads no more of a request's body than anybody needs: Jetty by itself reads all that
 * comes, and JSON keeps a text in memory before anybody looks how long it is.
 */
@Component
class BodyLimit implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/** As large as a message of a WebSocket may be: SockJS posts the same. */
	static final DataSize MOST = DataSize.ofMegabytes(1);

	private static final int ANY = -1;

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> server.insertHandler(new SizeLimitHandler(MOST.toBytes(), ANY)));
	}

}
