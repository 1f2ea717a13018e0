package chat.hubbub.account.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Password;
import chat.hubbub.account.PasswordCheck;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.Role;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.Username;
import chat.hubbub.account.Who;
import chat.hubbub.account.invite.SignUps;
import chat.hubbub.setting.SettingChange;
import chat.hubbub.setting.Settings;

/**
 * The user's own account over HTTP. Changes need the password again, if there is one,
 * because a browser may be left unattended.
 */
@RestController
class AccountController {

	private final SignUps signUps;

	private final Accounts accounts;

	private final BrowserSessions sessions;

	private final PasswordCheck passwords;

	private final Settings settings;

	AccountController(SignUps signUps, Accounts accounts, BrowserSessions sessions, PasswordCheck passwords,
			Settings settings) {
		this.signUps = signUps;
		this.accounts = accounts;
		this.sessions = sessions;
		this.passwords = passwords;
		this.settings = settings;
	}

	@PostMapping("/api/accounts")
	@ResponseStatus(HttpStatus.CREATED)
	Who signUp(@RequestBody NewAccount wanted, HttpServletRequest request, HttpServletResponse response) {
		String holder = this.sessions.guest(request).map(BrowserGuest::holder).orElse(null);
		Account account = this.signUps.signUp(new Username(orNone(wanted.name())),
				new Password(orNone(wanted.password())), wanted.invite(), holder, (made) -> {
					choose(wanted.server(), made);
					this.sessions.signIn(made, request, response);
				});
		if (wanted.server() != null) {
			this.settings.tell();
		}
		return Who.of(account.user());
	}

	/** The first admin chooses the settings of the server in the same transaction. */
	private void choose(@Nullable SettingChange wanted, Account made) {
		if (wanted != null) {
			if (made.role() != Role.ADMIN) {
				throw new RightMissing();
			}
			this.settings.store(wanted, made.username().value());
		}
	}

	/** Tells whether a link is still valid, before people choose a name. */
	@PostMapping("/api/invitation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void check(@RequestBody OpenedInvitation opened) {
		this.signUps.check(orNone(opened.invite()));
	}

	/**
	 * Changes the password. Only this browser stays signed in; other sessions and all
	 * connections end.
	 */
	@PostMapping("/api/account/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void changePassword(@RequestBody NewPassword wanted, HttpServletRequest request, HttpServletResponse response) {
		Password password = new Password(orNone(wanted.password()));
		Account account = confirmed(wanted.current(), request);
		this.accounts.changePassword(account.id(), password,
				(withIt) -> this.sessions.signIn(withIt, request, response));
	}

	@PostMapping("/api/account/deletion")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@RequestBody Confirmation confirmation, HttpServletRequest request) {
		Account account = this.sessions.member(request).orElseThrow(SessionEnded::new);
		if (this.accounts.hasPassword(account)) {
			confirmed(confirmation.password(), request);
		}
		this.accounts.delete(account.id(), () -> this.sessions.forget(request));
		this.sessions.leave(request);
	}

	private Account confirmed(@Nullable String password, HttpServletRequest request) {
		Account account = this.sessions.member(request).orElseThrow(SessionEnded::new);
		return this.passwords.confirm(account, orNone(password));
	}

	private static String orNone(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * The request for a new account.
	 *
	 * @param name its name
	 * @param password its password
	 * @param invite the secret of an invitation, or {@code null}
	 * @param server the settings that the first admin chooses, or {@code null}
	 */
	record NewAccount(@Nullable String name, @Nullable String password, @Nullable String invite,
			@Nullable SettingChange server) {

		/** Without the secrets. */
		@Override
		public String toString() {
			return "NewAccount[name=" + this.name + "]";
		}

	}

	/**
	 * The request for a new password.
	 *
	 * @param current the present password
	 * @param password the new one
	 */
	record NewPassword(@Nullable String current, @Nullable String password) {

		/** Without the secrets. */
		@Override
		public String toString() {
			return "NewPassword[…]";
		}

	}

	/**
	 * The confirmation of a deletion.
	 *
	 * @param password the password of the account
	 */
	record Confirmation(@Nullable String password) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "Confirmation[…]";
		}

	}

	/**
	 * An opened invitation.
	 *
	 * @param invite its secret
	 */
	record OpenedInvitation(@Nullable String invite) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "OpenedInvitation[]";
		}

	}

}
