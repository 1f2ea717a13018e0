package chat.hubbub.web;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.setting.Settings;

/**
 * The page at {@code /admin}, for admins; others are redirected to the chat. The page
 * itself is an empty shell. Its data comes from the API, which answers only admins.
 */
@Controller
class AdminPageController {

	private final PageFiles files;

	private final Settings settings;

	AdminPageController(PageFiles files, Settings settings) {
		this.files = files;
		this.settings = settings;
	}

	@GetMapping("/admin")
	String page(@AuthenticationPrincipal @Nullable User user, CsrfToken token, Model model) {
		if (user == null || user.role() != Role.ADMIN) {
			return "redirect:/";
		}
		// This sets the cookie that the scripts of the page read.
		token.getToken();
		model.addAttribute("name", user.getName());
		model.addAttribute("files", this.files);
		model.addAttribute("fixed", this.settings.fixed());
		return "admin";
	}

}
