package chat.hubbub.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.Guests;
import chat.hubbub.account.SignedIn;
import chat.hubbub.account.User;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.net.RemoteAddress;
import chat.hubbub.setting.Settings;

/**
 * The identity of a request: that of its access token, otherwise that of the browser's
 * session. It is loaded only when it is needed, so that requests without a cookie and
 * requests for the page's files do not read the database.
 */
@Component
class BrowserContexts implements SecurityContextRepository {

	private final Accounts accounts;

	private final Guests guests;

	private final Settings settings;

	BrowserContexts(Accounts accounts, Guests guests, Settings settings) {
		this.accounts = accounts;
		this.guests = guests;
		this.settings = settings;
	}

	/** Called only when the identity is needed. */
	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return Bearers.in(holder.getRequest())
			.or(() -> user(holder.getRequest()).map(SignedIn::as))
			.<SecurityContext>map(SecurityContextImpl::new)
			.orElseGet(SecurityContextHolder::createEmptyContext);
	}

	/** Does nothing, because the sign-in itself stores the identity in the session. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return Bearers.in(request).isPresent() || user(request).isPresent();
	}

	private Optional<User> user(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return Optional.empty();
		}
		if (session.getAttribute(BrowserMember.ATTRIBUTE) instanceof BrowserMember member) {
			return this.accounts.find(member).map(Account::user);
		}
		// If another user has the guest's name now, or if guests are no longer allowed,
		// the session has no identity.
		return Optional.ofNullable((BrowserGuest) session.getAttribute(BrowserGuest.ATTRIBUTE))
			.filter((guest) -> this.settings.now().guests())
			.filter((guest) -> this.guests.mayBe(guest.name(), guest.holder()))
			.map((guest) -> guest.user().at(RemoteAddress.of(request)));
	}

}
