package chat.hubbub.words;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The language of a request. */
public final class RequestLanguage {

	/** The cookie with the language that the user has chosen in the page. */
	private static final String COOKIE = "language";

	/** The headers on which a response depends because of its language. */
	public static final String VARY = "Accept-Language, Cookie";

	private static final Duration KEPT = Duration.ofDays(365);

	private RequestLanguage() {
	}

	/**
	 * The language that was {@linkplain #choose chosen} for the request, otherwise the
	 * one that the user has chosen in the page, otherwise the one that the browser asks
	 * for, otherwise English.
	 * @param request the request
	 * @return a language
	 */
	public static Language of(HttpServletRequest request) {
		if (request.getAttribute(Language.ATTRIBUTE) instanceof Language chosen) {
			return chosen;
		}
		return Languages.named(cookie(request))
			.or(() -> Languages.accepted(request.getHeader("Accept-Language")))
			.orElse(Languages.ENGLISH);
	}

	/**
	 * Answers a request in a language, and lets the browser ask for it from now on.
	 * @param language the language that the user's account has chosen
	 * @param request the request
	 * @param response the response, which gets the cookie that the page sets, too
	 */
	public static void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
		if (of(request) != language) {
			request.setAttribute(Language.ATTRIBUTE, language);
			ResponseCookie cookie = ResponseCookie.from(COOKIE, language.tag())
				.path(request.getContextPath() + "/")
				.maxAge(KEPT)
				.sameSite("Lax")
				.secure(request.isSecure())
				.build();
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		}
	}

	private static @Nullable String cookie(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(COOKIE)) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

}
