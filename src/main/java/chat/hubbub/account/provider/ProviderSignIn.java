package chat.hubbub.account.provider;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Bans;
import chat.hubbub.account.SignUpClosed;
import chat.hubbub.account.Username;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.account.browser.BrowserSessions;
import chat.hubbub.net.RemoteAddress;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * Completes a sign-in with a provider: the user is signed in, or the page shows the
 * reason for the refusal. Other data of the provider is not kept. Thread-safe.
 */
@Component
public class ProviderSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProviderSignIn.class);

	private static final Map<String, Phrase> SENTENCES = Map.of(new SignUpClosed().code(), new SignUpClosed().phrase(),
			new ProviderFailed().code(), new ProviderFailed().phrase(), "banned", Phrase.of("banned.server"));

	private final Identities identities;

	private final BrowserSessions sessions;

	private final Bans bans;

	ProviderSignIn(Identities identities, BrowserSessions sessions, Bans bans) {
		this.identities = identities;
		this.sessions = sessions;
		this.bans = bans;
	}

	/**
	 * The sentence that the page shows after a refusal.
	 * @param code the code in the page's address, which anybody may have written
	 * @return the sentence, or empty for an unknown code
	 */
	public static Optional<Phrase> sentence(String code) {
		return Optional.ofNullable(SENTENCES.get(code));
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
			throws IOException {
		try {
			signIn(person, request, response);
			response.sendRedirect(request.getContextPath() + "/");
		}
		catch (Refusal refusal) {
			refuse(refusal, request, response);
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException fault) throws IOException {
		logger.info("A sign-in with a provider failed: {}", reason(fault));
		refuse(new ProviderFailed(), request, response);
	}

	private void signIn(Authentication person, HttpServletRequest request, HttpServletResponse response) {
		if (!(person.getPrincipal() instanceof OidcUser user) || user.getIssuer() == null
				|| user.getSubject() == null) {
			throw new ProviderFailed();
		}
		Identity identity = new Identity(user.getIssuer().toString(), user.getSubject());
		Username wanted = GivenName.of(user.getPreferredUsername(), user.getFullName(), user.getGivenName())
			.orElse(null);
		this.identities.signIn(identity, wanted, this.sessions.guest(request).map(BrowserGuest::holder).orElse(null),
				(account) -> {
					this.bans.check(account.user().at(RemoteAddress.of(request)));
					this.sessions.signIn(account, request, response);
				});
	}

	private static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.sendRedirect(request.getContextPath() + "/?refused=" + refusal.code());
	}

	/**
	 * The error code, limited to one word, because anybody may have written it into the
	 * address.
	 */
	private static String reason(AuthenticationException fault) {
		String code = (fault instanceof OAuth2AuthenticationException known) ? known.getError().getErrorCode() : "";
		return code.matches("[a-z_]{1,40}") ? code : "unknown";
	}

}
