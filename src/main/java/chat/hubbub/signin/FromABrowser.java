package chat.hubbub.signin;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The requests that must prove that our own page made them: all that change something and
 * may come from a browser.
 * <p>
 * Only what a foreign page cannot have made is let off. Foreign pages live in browsers,
 * and a browser names the page's origin with every request that changes something, to its
 * own server and to any other (Fetch Standard, 3.1), most of them {@code Sec-Fetch-Site}
 * too. A request that has neither, and no cookie of ours that would lend it somebody's
 * name, is a program's: it needs no token, and a token would defend nobody. Nor does one
 * with an access token, which no browser adds by itself: its cookies do not count.
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
