package chat.hubbub.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.provider.ProviderSignIn;
import chat.hubbub.account.provider.Providers;
import chat.hubbub.file.FileProperties;
import chat.hubbub.message.MessageProperties;
import chat.hubbub.push.PushProperties;
import chat.hubbub.setting.ServerSettings;
import chat.hubbub.setting.Settings;
import chat.hubbub.setting.SignUp;
import chat.hubbub.words.Language;
import chat.hubbub.words.Phrase;

/** The page: at {@code /}, and at {@code /join} for people with an invitation. */
@Controller
class PageController {

	private final Settings settings;

	private final Accounts accounts;

	private final Providers providers;

	private final MessageProperties messages;

	private final FileProperties uploads;

	private final PushProperties push;

	private final PageFiles files;

	private final PageBuild build;

	private final Shell shell;

	PageController(Settings settings, Accounts accounts, Providers providers, MessageProperties messages,
			FileProperties uploads, PushProperties push, PageFiles files, PageBuild build, Shell shell) {
		this.settings = settings;
		this.accounts = accounts;
		this.providers = providers;
		this.messages = messages;
		this.uploads = uploads;
		this.push = push;
		this.files = files;
		this.build = build;
		this.shell = shell;
	}

	@GetMapping("/")
	String page(@AuthenticationPrincipal @Nullable User user, @RequestParam(required = false) @Nullable String refused,
			CsrfToken token, Model model, @ModelAttribute("language") Language language) {
		if (refused != null) {
			ProviderSignIn.sentence(refused)
				.ifPresent((sentence) -> model.addAttribute("refusal", sentence.in(language)));
		}
		return show(user, false, token, model, language);
	}

	@GetMapping("/join")
	String invitation(@AuthenticationPrincipal @Nullable User user, CsrfToken token, Model model,
			@ModelAttribute("language") Language language) {
		return show(user, true, token, model, language);
	}

	/**
	 * The page that a browser keeps for times without a network. It is the same for all
	 * people, because it stays when they sign out.
	 */
	@GetMapping("/offline")
	String offline(CsrfToken token, Model model, @ModelAttribute("language") Language language,
			HttpServletResponse response) {
		this.build.name(language).ifPresent((name) -> response.setHeader("Hubbub-Build", name));
		model.addAttribute("offline", true);
		return show(null, false, token, model, language);
	}

	private String show(@Nullable User user, boolean invited, CsrfToken token, Model model, Language language) {
		// This sets the cookie that the scripts of the page read.
		token.getToken();
		model.addAttribute("build", this.build.name(language).orElse(null));
		ServerSettings server = this.settings.now();
		if (user != null && (server.guests() || user.role() != Role.GUEST)) {
			model.addAttribute("name", user.getName());
			model.addAttribute("role", lowerCase(user.role()));
			model.addAttribute("topics", this.shell.topics(user));
		}
		model.addAttribute("files", this.files);
		EntranceCard entrance = EntranceCard.first(server.guests(), server.signUp() == SignUp.OPEN, invited);
		model.addAttribute("entrance", entrance);
		model.addAttribute("entranceTitle", Phrase.of(entrance.title()).with("server", server.name()).in(language));
		model.addAttribute("hasAdmin", this.accounts.hasAdmin());
		model.addAttribute("providers", this.providers.all());
		model.addAttribute("textLength", this.messages.textLength());
		model.addAttribute("largestFile", this.uploads.maxSize().toBytes());
		model.addAttribute("guestsUpload", this.uploads.guests());
		model.addAttribute("push", this.push.enabled());
		return "index";
	}

	private static String lowerCase(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
