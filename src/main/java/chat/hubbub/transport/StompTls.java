package chat.hubbub.transport;

import java.util.Optional;

import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * The TLS of STOMP over TCP: that of its own bundle, otherwise that of the web server, so
 * that turning on HTTPS also protects the passwords on this port.
 */
@Component
class StompTls {

	private final StompProperties properties;

	private final ServerProperties web;

	private final SslBundles bundles;

	StompTls(StompProperties properties, ServerProperties web, SslBundles bundles) {
		this.properties = properties;
		this.web = web;
		this.bundles = bundles;
	}

	/** The factory of TLS connections; empty if the port uses plain TCP. */
	Optional<SslContextFactory.Server> factory() {
		Ssl ssl = this.web.getSsl();
		if (this.properties.sslBundle() != null) {
			return Optional.of(factory(this.bundles.getBundle(this.properties.sslBundle()), null));
		}
		return (ssl != null && Ssl.isEnabled(ssl))
				? Optional.of(factory(WebServerSslBundle.get(ssl, this.bundles), ssl.getClientAuth()))
				: Optional.empty();
	}

	private static SslContextFactory.Server factory(SslBundle bundle, @Nullable ClientAuth clients) {
		SslContextFactory.Server tls = new SslContextFactory.Server();
		tls.setSslContext(bundle.createSslContext());
		SslOptions options = bundle.getOptions();
		if (options.getCiphers() != null) {
			tls.setExcludeCipherSuites();
			tls.setIncludeCipherSuites(options.getCiphers());
		}
		if (options.getEnabledProtocols() != null) {
			tls.setExcludeProtocols();
			tls.setIncludeProtocols(options.getEnabledProtocols());
		}
		tls.setNeedClientAuth(clients == ClientAuth.NEED);
		tls.setWantClientAuth(clients == ClientAuth.WANT);
		return tls;
	}

}
