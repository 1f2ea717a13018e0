package chat.hubbub.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

import chat.hubbub.account.RightMissing;
import chat.hubbub.account.TokenCheck;
import chat.hubbub.account.TokenInvalid;
import chat.hubbub.refusal.Refusal;

/**
 * Programs that bring an access token in the header {@code Authorization: Bearer} (RFC
 * 6750, 2.1). Thread-safe.
 */
@Component
class Bearers {

	private static final String ATTRIBUTE = Bearers.class.getName();

	private static final String SCHEME = "Bearer";

	private final TokenCheck tokens;

	private final HandlerExceptionResolver refusals;

	Bearers(TokenCheck tokens, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		this.tokens = tokens;
		this.refusals = refusals;
	}

	/** Whose token this request brought, once it was {@linkplain #admit let in}. */
	static Optional<Authentication> in(HttpServletRequest request) {
		return Optional.ofNullable((Authentication) request.getAttribute(ATTRIBUTE));
	}

	/** What is missing to somebody who may not do what they ask for. */
	static RightMissing missing(HttpServletRequest request) {
		return in(request).isPresent()
				? new RightMissing("An access token may not do that. Please sign in with the password.")
				: new RightMissing();
	}

	/**
	 * Lets a request in that brings no token or a good one, and notes whose.
	 * @return whether it may go on; if not, it has been answered
	 */
	boolean admit(HttpServletRequest request, HttpServletResponse response) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !isBearer(header)) {
			return true;
		}
		try {
			String token = header.substring(SCHEME.length()).strip();
			request.setAttribute(ATTRIBUTE, this.tokens.check(null, token, request.getRemoteAddr()));
			return true;
		}
		catch (Refusal refusal) {
			if (refusal instanceof TokenInvalid) {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
			}
			this.refusals.resolveException(request, response, null, refusal);
			return false;
		}
	}

	private static boolean isBearer(String header) {
		return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				&& (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
	}

}
