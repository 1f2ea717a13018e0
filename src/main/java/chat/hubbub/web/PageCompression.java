package chat.hubbub.web;

import java.util.List;

import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Compresses the pages' markup, and nothing else that is made anew for each request. A
 * page holds no secret: its CSRF token is in a cookie. An answer of the API may hold one
 * beside another's text, and then its compressed length tells about it (BREACH).
 */
@Component
class PageCompression implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private static final List<String> PAGES = List.of("/", "/join", "/admin");

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> compress(server, factory.getSettings().getContextPath().toString()));
	}

	private static void compress(Server server, String contextPath) {
		CompressionHandler handler = new CompressionHandler();
		handler.putCompression(new GzipCompression());
		CompressionConfig html = CompressionConfig.builder().compressIncludeMimeType("text/html").build();
		PAGES.forEach((page) -> handler.putConfiguration(contextPath + page, html));
		server.insertHandler(handler);
	}

}
