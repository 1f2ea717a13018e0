package chat.hubbub.account.provider;

import java.util.List;
import java.util.stream.StreamSupport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * The providers with which people may sign in, from Spring's own properties
 * {@code spring.security.oauth2.client.registration}. Thread-safe.
 */
@Component
public class Providers {

	private final List<Provider> all;

	Providers(ObjectProvider<ClientRegistrationRepository> registrations) {
		this.all = (registrations.getIfAvailable() instanceof Iterable<?> known)
				? StreamSupport.stream(known.spliterator(), false)
					.map(ClientRegistration.class::cast)
					.filter(Providers::isOpenId)
					.map(Providers::provider)
					.toList()
				: List.of();
	}

	/**
	 * All providers.
	 * @return the providers, empty if there is no configuration; unmodifiable
	 */
	public List<Provider> all() {
		return this.all;
	}

	private static boolean isOpenId(ClientRegistration registration) {
		return AuthorizationGrantType.AUTHORIZATION_CODE.equals(registration.getAuthorizationGrantType())
				&& registration.getScopes().contains(OidcScopes.OPENID);
	}

	/**
	 * A registration without a name of its own has the address of its issuer as its name.
	 */
	private static Provider provider(ClientRegistration registration) {
		String name = registration.getClientName();
		return new Provider(registration.getRegistrationId(),
				(name == null || name.contains("://")) ? registration.getRegistrationId() : name);
	}

}
