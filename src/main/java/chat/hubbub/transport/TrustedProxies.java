package chat.hubbub.transport;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has the web server believe the proxies that {@code hubbub.trusted-proxies} names. */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private final EdgeProperties properties;

	TrustedProxies(EdgeProperties properties) {
		this.properties = properties;
	}

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		if (!this.properties.trustedProxies().isEmpty()) {
			factory.addServerCustomizers(this::trust);
		}
	}

	private void trust(Server server) {
		Forwarded forwarded = new Forwarded(this.properties.trustedProxies());
		for (Connector connector : server.getConnectors()) {
			connector.getConnectionFactories()
				.stream()
				.filter(HttpConfiguration.ConnectionFactory.class::isInstance)
				.map(HttpConfiguration.ConnectionFactory.class::cast)
				.forEach((http) -> http.getHttpConfiguration().addCustomizer(forwarded));
		}
	}

}
