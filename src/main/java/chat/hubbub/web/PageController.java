package chat.hubbub.web;

import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

import chat.hubbub.account.BrowserGuest;

/** The page. */
@Controller
class PageController {

	@GetMapping("/")
	String page(@SessionAttribute(name = BrowserGuest.ATTRIBUTE, required = false) @Nullable BrowserGuest guest,
			CsrfToken token, Model model) {
		// The page's scripts find it in its cookie.
		token.getToken();
		model.addAttribute("name", (guest != null) ? guest.nameValue() : null);
		return "index";
	}

}
