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
 * Compresses the markup and the words of the pages but no other dynamic response. A page
 * contains no secret, since its CSRF token is in a cookie. A response of the API may
 * contain a secret next to another user's text; its compressed length would then reveal
 * the secret (BREACH).
 */
@Component
class PageCompression implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private static final List<String> PAGES = List.of("/", "/join", "/start", "/admin");

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> compress(server, factory.getSettings().getContextPath().toString()));
	}

	private static void compress(Server server, String contextPath) {
		CompressionHandler handler = new CompressionHandler();
		handler.putCompression(new GzipCompression());
		handler.putConfiguration(contextPath + "/words/*",
				CompressionConfig.builder().compressIncludeMimeType("text/javascript").build());
		CompressionConfig html = CompressionConfig.builder().compressIncludeMimeType("text/html").build();
		PAGES.forEach((page) -> handler.putConfiguration(contextPath + page, html));
		server.insertHandler(handler);
	}

}
