package chat.hubbub.signin;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Allows requests at the port {@code management.server.port}, if that is another one than
 * the page's: only the people who run the server can reach it.
 */
@Component
class ManagementPort implements AuthorizationManager<RequestAuthorizationContext> {

	private final Environment settings;

	private final boolean separate;

	ManagementPort(Environment settings) {
		this.settings = settings;
		this.separate = ManagementPortType.get(settings) == ManagementPortType.DIFFERENT;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> user,
			RequestAuthorizationContext context) {
		String port = Integer.toString(context.getRequest().getLocalPort());
		return new AuthorizationDecision(
				this.separate && port.equals(this.settings.getProperty("local.management.port")));
	}

}
