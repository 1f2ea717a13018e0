package chat.hubbub.web;

import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/**
 * The colours that the user has chosen in the page, which keeps the choice in a cookie.
 * The server sends the page in these colours, so that it is not first seen in others.
 */
@ControllerAdvice(assignableTypes = { PageController.class, AdminPageController.class, StartPageController.class,
		ApiPageController.class })
class Theme {

	private static final Set<String> THEMES = Set.of("light", "dark");

	/** Returns {@code null} for the colours of the user's system. */
	@ModelAttribute("theme")
	@Nullable String theme(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, "theme");
		return (cookie != null && THEMES.contains(cookie.getValue())) ? cookie.getValue() : null;
	}

}
