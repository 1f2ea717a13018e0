package chat.hubbub.signin;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
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

import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.SignedIn;
import chat.hubbub.limit.Attempts;
import chat.hubbub.limit.LimitedDoor;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.setting.Settings;

/** The rights of HTTP requests, and the security headers of responses. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

	/** Allows only the page's own files, and no script or style in the markup. */
	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final AuthorizationManager<RequestAuthorizationContext> MEMBERS = AuthorityAuthorizationManager
		.hasAnyRole("MEMBER", "ADMIN");

	private final Settings settings;

	private final HandlerExceptionResolver refusals;

	private final ManagementPort management;

	HttpConfiguration(Settings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
			ManagementPort management) {
		this.settings = settings;
		this.refusals = refusals;
		this.management = management;
	}

	/**
	 * The only place where passwords and access tokens are checked, over HTTP and STOMP.
	 */
	@Bean
	AuthenticationManager authenticationManager(List<AuthenticationProvider> providers, Attempts attempts) {
		return new LimitedDoor(new ProviderManager(providers), attempts);
	}

	/**
	 * WebSocket handshakes bypass all filters, because there are thousands of them.
	 * Identity and rights are checked at CONNECT.
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
	 * SockJS posts each frame in a request of its own. Its service refuses those of other
	 * sites by their origin, and its session was identified when it opened. Another check
	 * would read the database for each frame.
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
	 * The page's scripts read the token from its cookie, which other sites cannot do, and
	 * send it back in a header. The cookie is therefore not HttpOnly; alone it gives no
	 * access. It is set only for requests of the page and sign-ins, not for files.
	 */
	@Bean
	CsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	/** A sign-in changes the session id and the CSRF token. */
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
		// A program may have a picture. It gives no control of the account.
		requests.requestMatchers("/api/account/avatar").hasAnyRole("MEMBER", "ADMIN");
		requests.requestMatchers(HttpMethod.DELETE, "/api/avatars/**").hasRole("ADMIN");
		requests.requestMatchers("/api/account/**", "/api/tokens/**", "/api/push/**")
			.access(AuthorizationManagers.allOf(inPerson(),
					AuthorityAuthorizationManager.hasAnyRole("MEMBER", "ADMIN")));
		// Like a token, a webhook may outlive the token that would create it.
		requests.requestMatchers(HttpMethod.POST, "/api/topics/*/incoming-hooks", "/api/topics/*/outgoing-hooks/**")
			.access(inPerson());
		requests.requestMatchers("/api/admin/tokens/**", "/api/admin/users/*/role")
			.access(AuthorizationManagers.allOf(inPerson(), AuthorityAuthorizationManager.hasRole("ADMIN")));
		requests
			.requestMatchers("/api/invites/**", "/api/admin/**", "/api/mutes/**", "/api/bans/**", "/api/audit",
					"/api/reports/**")
			.hasRole("ADMIN");
		requests.requestMatchers("/actuator/prometheus")
			.access(AuthorizationManagers.anyOf(AuthorityAuthorizationManager.hasRole("ADMIN"), this.management));
		requests.requestMatchers("/api/**", "/files/**").access(this::memberOrAllowedGuest);
		// The page, its files, and addresses that their controllers guard.
		requests.anyRequest().permitAll();
	}

	/** While guests are allowed, this asks for no identity. */
	private AuthorizationResult memberOrAllowedGuest(Supplier<? extends @Nullable Authentication> user,
			RequestAuthorizationContext context) {
		AuthorizationResult member = this.settings.now().guests() ? new AuthorizationDecision(true)
				: MEMBERS.authorize(user, context);
		return (member != null) ? member : new AuthorizationDecision(false);
	}

	/** An access token must not give control of the account. */
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
