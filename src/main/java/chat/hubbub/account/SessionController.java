package chat.hubbub.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The browser's session: it takes a name, and gives it back. */
@RestController
@RequestMapping("/api/session")
class SessionController {

	private final Guests guests;

	SessionController(Guests guests) {
		this.guests = guests;
	}

	@PostMapping
	Name enter(@RequestBody Name wanted, HttpServletRequest request, CsrfToken token,
			@SessionAttribute(name = BrowserGuest.ATTRIBUTE, required = false) @Nullable BrowserGuest before) {
		Username name = new Username((wanted.name() != null) ? wanted.name() : "");
		BrowserGuest guest = (before != null) ? before.renamed(name) : BrowserGuest.named(name);
		User user = this.guests.claim(name, guest.holder());
		if (before != null && !before.name().key().equals(name.key())) {
			this.guests.leave(before.name(), before.holder());
		}
		request.getSession().setAttribute(BrowserGuest.ATTRIBUTE, guest);
		// So that the browser has it for its next request.
		token.getToken();
		return new Name(user.getName());
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void leave(HttpServletRequest request,
			@SessionAttribute(name = BrowserGuest.ATTRIBUTE, required = false) @Nullable BrowserGuest guest) {
		HttpSession session = request.getSession(false);
		if (guest != null && session != null) {
			this.guests.leave(guest.name(), guest.holder());
			session.invalidate();
		}
	}

	/**
	 * A name on its way in or out.
	 *
	 * @param name the name, {@code null} if the client left it out
	 */
	record Name(@Nullable String name) {

	}

}
