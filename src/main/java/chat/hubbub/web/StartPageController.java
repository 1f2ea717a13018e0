package chat.hubbub.web;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import chat.hubbub.account.Accounts;
import chat.hubbub.setting.Settings;

/**
 * The page at {@code /start}, in which the first admin chooses the settings of the server
 * and an account. It needs the secret of the link in the log. Once there is an admin, it
 * leads to the chat.
 */
@Controller
class StartPageController {

	private final Accounts accounts;

	private final Settings settings;

	private final PageFiles files;

	StartPageController(Accounts accounts, Settings settings, PageFiles files) {
		this.accounts = accounts;
		this.settings = settings;
		this.files = files;
	}

	@GetMapping("/start")
	String page(CsrfToken token, Model model) {
		if (this.accounts.hasAdmin()) {
			return "redirect:/";
		}
		// This sets the cookie that the scripts of the page read.
		token.getToken();
		model.addAttribute("files", this.files);
		model.addAttribute("fixed", this.settings.fixed());
		return "start";
	}

}
