package chat.hubbub.web;

import java.util.Collection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.RequestLanguage;

/** The language of the page: the one that the user has chosen in it, or the browser's. */
@ControllerAdvice(assignableTypes = { PageController.class, AdminPageController.class })
class PageLanguage {

	private final PageWords words;

	PageLanguage(PageWords words) {
		this.words = words;
	}

	@ModelAttribute("language")
	Language language(HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.VARY, RequestLanguage.VARY);
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
