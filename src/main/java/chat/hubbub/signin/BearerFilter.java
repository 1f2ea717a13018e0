package chat.hubbub.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks the access token of a request before other filters read the identity. It creates
 * no session.
 */
final class BearerFilter extends OncePerRequestFilter {

	private final Bearers bearers;

	BearerFilter(Bearers bearers) {
		this.bearers = bearers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.bearers.admit(request, response)) {
			chain.doFilter(request, response);
		}
	}

}
