package chat.hubbub.signin;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

import chat.hubbub.account.AccountProperties;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.SignedIn;
import chat.hubbub.limit.Attempts;
import chat.hubbub.limit.LimitedDoor;
import chat.hubbub.refusal.Refusal;

/** What HTTP requests may do, and what browsers are told of the page. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

	/** The page's own files and nothing else; no script and no style in the markup. */
	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private final AccountProperties accounts;

	private final HandlerExceptionResolver refusals;

	HttpConfiguration(AccountProperties accounts,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		this.accounts = accounts;
		this.refusals = refusals;
	}

	/**
	 * The one door: every password and every access token, over HTTP or STOMP, is checked
	 * here.
	 */
	@Bean
	AuthenticationManager authenticationManager(List<AuthenticationProvider> providers, Attempts attempts) {
		return new LimitedDoor(new ProviderManager(providers), attempts);
	}

	/**
	 * Handshakes of WebSockets pass by all filters, for they come by the thousand: who it
	 * is and what it may do, its CONNECT is asked.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain handshakes() {
		PathPatternRequestMatcher.Builder get = PathPatternRequestMatcher.withDefaults();
		RequestMatcher endpoint = new OrRequestMatcher(Stream.of("/ws", "/chat", "/chat/")
			.map((path) -> (RequestMatcher) get.matcher(HttpMethod.GET, path))
			.toList());
		return new DefaultSecurityFilterChain(new AndRequestMatcher(endpoint,
				(request) -> "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))));
	}

	/**
	 * SockJS posts each frame by itself. Its own service refuses those of other sites, by
	 * their Origin, and the session that it carries was asked who it is when it opened:
	 * to ask again would cost a look into the database for each frame.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain sockJs(HttpSecurity http) throws Exception {
		return http.securityMatcher("/sockjs/**")
			.headers(HttpConfiguration::headers)
			.headers((headers) -> headers.addHeaderWriter(new StreamHeaders()))
			.csrf(AbstractHttpConfigurer::disable)
			.securityContext(AbstractHttpConfigurer::disable)
			.servletApi(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	SecurityFilterChain http(HttpSecurity http, BrowserContexts contexts, CsrfTokenRepository tokens, Bearers bearers,
			ProviderLogin providers) throws Exception {
		return providers.addTo(http)
			.addFilterBefore(new BearerFilter(bearers), CsrfFilter.class)
			.securityContext((context) -> context.securityContextRepository(contexts))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens)
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
				.requireCsrfProtectionMatcher(new FromABrowser()))
			.authorizeHttpRequests(this::rights)
			.exceptionHandling((refused) -> refused
				.authenticationEntryPoint((request, response, ex) -> refuse(request, response, new SignInRequired()))
				.accessDeniedHandler((request, response, ex) -> refuse(request, response,
						(ex instanceof CsrfException) ? new ForgedRequest() : Bearers.missing(request))))
			.headers(HttpConfiguration::headers)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	/**
	 * The page's scripts read the token from its cookie, which no other site can, and
	 * send it back in a header. So the cookie is not HttpOnly; alone it opens nothing.
	 * Only who loads the page, or comes in, is given one, not each who fetches a file.
	 */
	@Bean
	CsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	/** Whoever signs in gets another session id and another token. */
	@Bean
	SessionAuthenticationStrategy sessionAuthenticationStrategy(CsrfTokenRepository tokens) {
		return new CompositeSessionAuthenticationStrategy(
				List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
	}

	private void rights(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(HttpMethod.GET, "/api/session").permitAll();
		requests.requestMatchers("/api/session").access(inPerson());
		requests.requestMatchers(HttpMethod.POST, "/api/accounts").access(inPerson());
		requests.requestMatchers(HttpMethod.POST, "/api/invitation").permitAll();
		requests.requestMatchers("/api/account/**", "/api/tokens/**")
			.access(AuthorizationManagers.allOf(inPerson(),
					AuthorityAuthorizationManager.hasAnyRole("MEMBER", "ADMIN")));
		requests.requestMatchers("/api/admin/tokens/**", "/api/admin/users/*/role")
			.access(AuthorizationManagers.allOf(inPerson(), AuthorityAuthorizationManager.hasRole("ADMIN")));
		requests.requestMatchers("/api/invites/**", "/api/admin/**", "/api/mutes/**", "/api/bans/**", "/api/audit")
			.hasRole("ADMIN");
		if (!this.accounts.guests()) {
			requests.requestMatchers("/api/**").hasAnyRole("MEMBER", "ADMIN");
		}
		// The page, its files, and what each controller decides.
		requests.anyRequest().permitAll();
	}

	/** A program that has got hold of a token must not get hold of the account. */
	private static AuthorizationManager<RequestAuthorizationContext> inPerson() {
		return AuthorizationManagers.not(AuthorityAuthorizationManager.hasAuthority(SignedIn.TOKEN));
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
		this.refusals.resolveException(request, response, null, refusal);
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()"))
			.httpStrictTransportSecurity((transport) -> transport.includeSubDomains(false));
	}

}
