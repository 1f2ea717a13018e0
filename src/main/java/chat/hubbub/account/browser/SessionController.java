package chat.hubbub.account.browser;

import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Account;
import chat.hubbub.account.Bans;
import chat.hubbub.account.ChosenLanguages;
import chat.hubbub.account.PasswordCheck;
import chat.hubbub.account.Role;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.account.Who;
import chat.hubbub.net.RemoteAddress;
import chat.hubbub.setting.ServerFace;
import chat.hubbub.setting.Settings;
import chat.hubbub.words.Language;

/**
 * The browser's session over HTTP: enters as a guest, signs an account in, and leaves.
 */
@RestController
@RequestMapping("/api/session")
class SessionController {

	private final BrowserSessions sessions;

	private final PasswordCheck passwords;

	private final Settings settings;

	private final Bans bans;

	private final ChosenLanguages languages;

	SessionController(BrowserSessions sessions, PasswordCheck passwords, Settings settings, Bans bans,
			ChosenLanguages languages) {
		this.sessions = sessions;
		this.passwords = passwords;
		this.settings = settings;
		this.bans = bans;
		this.languages = languages;
	}

	@GetMapping
	Session who(@AuthenticationPrincipal @Nullable User user, HttpServletRequest request) {
		return new Session(identity(user, request), this.settings.now().face());
	}

	private Who identity(@Nullable User user, HttpServletRequest request) {
		if (user == null || (user.role() == Role.GUEST && !this.settings.now().guests())) {
			return Who.NOBODY;
		}
		return admitted(user, request);
	}

	/**
	 * Enters as a guest or signs in. Repeating this has no effect. If a password has to
	 * wait for its turn, the answer waits too, without a thread.
	 * @return {@link Who}, or a stage of it
	 */
	@PostMapping
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Who.class)))
	Object enter(@RequestBody Wanted wanted, HttpServletRequest request, HttpServletResponse response) {
		if (wanted.password() != null) {
			CompletableFuture<Account> account = this.passwords
				.check(wanted.nameOrNone(), wanted.password(), RemoteAddress.of(request))
				.toCompletableFuture();
			return account.isDone() ? signIn(account.join(), request, response)
					: account.thenApply((known) -> signIn(known, request, response));
		}
		return this.sessions.member(request)
			.map((account) -> admitted(account.user(), request))
			.orElseGet(() -> enterAsGuest(wanted, request, response));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void leave(HttpServletRequest request) {
		this.sessions.leave(request);
	}

	private Who signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
		Who who = admitted(account.user(), request);
		this.sessions.signIn(account, request, response);
		return who.in(this.languages.of(account.id()).map(Language::tag).orElse(null));
	}

	private Who enterAsGuest(Wanted wanted, HttpServletRequest request, HttpServletResponse response) {
		if (!this.settings.now().guests()) {
			throw new SignInRequired();
		}
		Username name = new Username(wanted.nameOrNone());
		admitted(User.guest(name, name.key()), request);
		return Who.of(this.sessions.enter(name, request, response));
	}

	/** Refuses a banned user, but only after the identity is certain. */
	private Who admitted(User user, HttpServletRequest request) {
		this.bans.check(user.at(RemoteAddress.of(request)));
		return Who.of(user);
	}

	/**
	 * The identity of a browser, which an open page asks for before each connection, and
	 * the server as it is then.
	 *
	 * @param who the identity
	 * @param server the name and the icon of the server
	 */
	record Session(@JsonUnwrapped Who who, ServerFace server) {

	}

	/**
	 * The identity that a browser asks for.
	 *
	 * @param name the name
	 * @param password the password of the account, or {@code null} for a guest
	 */
	record Wanted(@Nullable String name, @Nullable String password) {

		String nameOrNone() {
			return (this.name != null) ? this.name : "";
		}

		/** Without the password. */
		@Override
		public String toString() {
			return "Wanted[name=" + this.name + "]";
		}

	}

}
