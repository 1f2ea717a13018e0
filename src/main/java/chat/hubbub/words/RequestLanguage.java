package chat.hubbub.words;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The language of a request. */
public final class RequestLanguage {

	/** The cookie with the language that the user has chosen in the page. */
	private static final String COOKIE = "language";

	/** The headers on which a response depends because of its language. */
	public static final String VARY = "Accept-Language, Cookie";

	private RequestLanguage() {
	}

	/**
	 * The language that the user has chosen in the page, otherwise the one that the
	 * browser asks for, otherwise English.
	 * @param request the request
	 * @return a language
	 */
	public static Language of(HttpServletRequest request) {
		return Languages.named(cookie(request))
			.or(() -> Languages.accepted(request.getHeader("Accept-Language")))
			.orElse(Languages.ENGLISH);
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
