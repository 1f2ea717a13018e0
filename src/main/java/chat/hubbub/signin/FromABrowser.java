package chat.hubbub.signin;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches the requests that must prove that the server's own page made them: all requests
 * that change something and may come from a browser.
 * <p>
 * Requests are exempt only if a foreign page cannot have made them. A browser sends the
 * page's origin with every request that changes something, to any server (Fetch Standard,
 * 3.1); most browsers send {@code Sec-Fetch-Site} too. A request without both and without
 * a cookie of this server comes from a program and needs no CSRF token. A request with an
 * access token is also exempt, because browsers never add one by themselves and its
 * cookies are ignored.
 */
final class FromABrowser implements RequestMatcher {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	@Override
	public boolean matches(HttpServletRequest request) {
		return !SAFE.contains(request.getMethod()) && Bearers.in(request).isEmpty()
				&& (request.getHeader(HttpHeaders.COOKIE) != null || request.getHeader(HttpHeaders.ORIGIN) != null
						|| request.getHeader("Sec-Fetch-Site") != null);
	}

}
