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
import chat.hubbub.account.token.TokenCheck;
import chat.hubbub.account.token.TokenInvalid;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * Requests with an access token in the header {@code Authorization: Bearer} (RFC 6750,
 * 2.1). Thread-safe.
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

	/** The identity of a request's token, after it was {@linkplain #admit admitted}. */
	static Optional<Authentication> in(HttpServletRequest request) {
		return Optional.ofNullable((Authentication) request.getAttribute(ATTRIBUTE));
	}

	/** The refusal of a request that is not allowed. */
	static RightMissing missing(HttpServletRequest request) {
		return in(request).isPresent() ? new RightMissing(Phrase.of("right.token")) : new RightMissing();
	}

	/**
	 * Admits a request with a valid token or without one, and records the token's
	 * identity.
	 * @return whether the request may continue; if not, it has been answered
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
