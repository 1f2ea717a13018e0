package chat.hubbub.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import chat.hubbub.account.AccountProperties;
import chat.hubbub.account.AccountProperties.SignUp;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.provider.ProviderSignIn;
import chat.hubbub.account.provider.Providers;
import chat.hubbub.message.MessageProperties;
import chat.hubbub.words.Language;

/** The page: at {@code /}, and at {@code /join} for people with an invitation. */
@Controller
class PageController {

	private final AccountProperties settings;

	private final Providers providers;

	private final MessageProperties messages;

	private final PageFiles files;

	private final Shell shell;

	PageController(AccountProperties settings, Providers providers, MessageProperties messages, PageFiles files,
			Shell shell) {
		this.settings = settings;
		this.providers = providers;
		this.messages = messages;
		this.files = files;
		this.shell = shell;
	}

	@GetMapping("/")
	String page(@AuthenticationPrincipal @Nullable User user, @RequestParam(required = false) @Nullable String refused,
			CsrfToken token, Model model, @ModelAttribute("language") Language language) {
		if (refused != null) {
			ProviderSignIn.sentence(refused)
				.ifPresent((sentence) -> model.addAttribute("refusal", sentence.in(language)));
		}
		return show(user, false, token, model);
	}

	@GetMapping("/join")
	String invitation(@AuthenticationPrincipal @Nullable User user, CsrfToken token, Model model) {
		return show(user, true, token, model);
	}

	private String show(@Nullable User user, boolean invited, CsrfToken token, Model model) {
		// This sets the cookie that the scripts of the page read.
		token.getToken();
		if (user != null && (this.settings.guests() || user.role() != Role.GUEST)) {
			model.addAttribute("name", user.getName());
			model.addAttribute("role", lowerCase(user.role()));
			model.addAttribute("topics", this.shell.topics(user));
		}
		model.addAttribute("files", this.files);
		model.addAttribute("guests", this.settings.guests());
		model.addAttribute("signUp", lowerCase(this.settings.signUp()));
		model.addAttribute("entrance",
				EntranceCard.first(this.settings.guests(), this.settings.signUp() == SignUp.OPEN, invited));
		model.addAttribute("providers", this.providers.all());
		model.addAttribute("textLength", this.messages.textLength());
		return "index";
	}

	private static String lowerCase(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
