package chat.hubbub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

import chat.hubbub.account.provider.ProviderSignIn;
import chat.hubbub.account.provider.Providers;

/** Sign-in with OpenID Connect, if a provider is configured. */
@Component
class ProviderLogin {

	private final Providers providers;

	private final ProviderSignIn signIn;

	ProviderLogin(Providers providers, ProviderSignIn signIn) {
		this.providers = providers;
		this.signIn = signIn;
	}

	HttpSecurity addTo(HttpSecurity http) throws Exception {
		return this.providers.all().isEmpty() ? http : http.oauth2Login(login());
	}

	private Customizer<OAuth2LoginConfigurer<HttpSecurity>> login() {
		return (login) -> login.loginPage("/")
			.successHandler(this.signIn)
			.failureHandler(this.signIn)
			.authorizedClientRepository(new Forgetful());
	}

	/** Keeps no tokens of the provider, because only the identity is needed. */
	private static final class Forgetful implements OAuth2AuthorizedClientRepository {

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals")
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
				Authentication person, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person,
				HttpServletRequest request, HttpServletResponse response) {
		}

		@Override
		public void removeAuthorizedClient(String registration, Authentication person, HttpServletRequest request,
				HttpServletResponse response) {
		}

	}

}
