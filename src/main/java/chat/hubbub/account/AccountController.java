package chat.hubbub.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own account over HTTP. Who changes it says the password again, if there is one,
 * for a browser may be left alone.
 */
@RestController
class AccountController {

	private final SignUps signUps;

	private final Accounts accounts;

	private final BrowserSessions sessions;

	private final PasswordCheck passwords;

	AccountController(SignUps signUps, Accounts accounts, BrowserSessions sessions, PasswordCheck passwords) {
		this.signUps = signUps;
		this.accounts = accounts;
		this.sessions = sessions;
		this.passwords = passwords;
	}

	@PostMapping("/api/accounts")
	@ResponseStatus(HttpStatus.CREATED)
	Who signUp(@RequestBody NewAccount wanted, HttpServletRequest request, HttpServletResponse response) {
		String holder = this.sessions.guest(request).map(BrowserGuest::holder).orElse(null);
		Account account = this.signUps.signUp(new Username(orNone(wanted.name())),
				new Password(orNone(wanted.password())), wanted.invite(), holder,
				(made) -> this.sessions.signIn(made, request, response));
		return Who.of(account.user());
	}

	/** Says at once whether a link is still good, before a name is chosen. */
	@PostMapping("/api/invitation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void check(@RequestBody OpenedInvitation opened) {
		this.signUps.check(orNone(opened.invite()));
	}

	/** This browser stays signed in; all others, and all connections, do not. */
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
	 * An account that somebody wants.
	 *
	 * @param name its name
	 * @param password its password
	 * @param invite the secret of an invitation, {@code null} for none
	 */
	record NewAccount(@Nullable String name, @Nullable String password, @Nullable String invite) {

		/** Without the secrets. */
		@Override
		public String toString() {
			return "NewAccount[name=" + this.name + "]";
		}

	}

	/**
	 * A password in place of another.
	 *
	 * @param current the one to now
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
	 * Somebody who is sure.
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
	 * An invitation that somebody has opened.
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
