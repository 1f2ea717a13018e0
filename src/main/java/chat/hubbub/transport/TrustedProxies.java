package chat.hubbub.transport;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Makes the web server trust only the proxies of {@code hubbub.trusted-proxies}.
 */
@Configuration(proxyBeanMethods = false)
class TrustedProxies implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private final EdgeProperties properties;

	TrustedProxies(EdgeProperties properties) {
		this.properties = properties;
	}

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers(this::trust);
	}

	/**
	 * Uses {@link Forwarded#PREFIX} as the context path, with which links, redirects and
	 * cookies begin. {@link Forwarded} has removed all other forwarding headers, and the
	 * prefix too unless it is trusted.
	 */
	@Bean
	static FilterRegistrationBean<ForwardedHeaderFilter> forwardedPrefix() {
		ForwardedHeaderFilter filter = new ForwardedHeaderFilter();
		filter.setRelativeRedirects(true);
		FilterRegistrationBean<ForwardedHeaderFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
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
