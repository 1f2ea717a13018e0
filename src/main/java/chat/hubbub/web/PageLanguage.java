package chat.hubbub.web;

import java.util.Collection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import chat.hubbub.account.ChosenLanguages;
import chat.hubbub.account.User;
import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.RequestLanguage;

/**
 * The language of the page: the one that the user's account has chosen, otherwise the one
 * that was chosen in this browser, or the browser's.
 */
@ControllerAdvice(assignableTypes = { PageController.class, AdminPageController.class, StartPageController.class,
		ApiPageController.class })
class PageLanguage {

	private final PageWords words;

	private final ChosenLanguages chosen;

	PageLanguage(PageWords words, ChosenLanguages chosen) {
		this.words = words;
		this.chosen = chosen;
	}

	@ModelAttribute("language")
	Language language(@AuthenticationPrincipal @Nullable User user, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.VARY, RequestLanguage.VARY);
		this.chosen.of((user != null) ? user.account() : null)
			.ifPresent((language) -> RequestLanguage.choose(language, request, response));
		return RequestLanguage.of(request);
	}

	@ModelAttribute("words")
	PageWords words() {
		return this.words;
	}

	@ModelAttribute("languages")
	Collection<Language> languages() {
		return Languages.all();
	}

}
