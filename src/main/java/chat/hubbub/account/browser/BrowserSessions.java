package chat.hubbub.account.browser;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.Guests;
import chat.hubbub.account.SignedIn;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.bus.Bus;
import chat.hubbub.net.RemoteAddress;
import chat.hubbub.refusal.Refusal;

/**
 * The identities of browsers, which their sessions remember over reloads and restarts.
 */
@Component
public class BrowserSessions {

	private static final Logger logger = LoggerFactory.getLogger(BrowserSessions.class);

	/**
	 * The time after which an unused browser is signed out; that of a guest is shorter.
	 */
	static final Duration SIGNED_IN = Duration.ofDays(30);

	private final Guests guests;

	private final Accounts accounts;

	private final SessionAuthenticationStrategy strategy;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	BrowserSessions(Guests guests, Accounts accounts, SessionAuthenticationStrategy strategy,
			TransactionOperations transaction, ApplicationEventPublisher events, Bus bus) {
		this.guests = guests;
		this.accounts = accounts;
		this.strategy = strategy;
		this.transaction = transaction;
		this.events = events;
		this.bus = bus;
		// The browser may have done it on another node.
		bus.receive(GuestLeft.class, (left) -> guests.leave(left.holder()));
		bus.receive(GuestRenamed.class, (renamed) -> guests.rename(new Username(renamed.name()), renamed.holder()));
	}

	/** The account that is signed in, if any. */
	Optional<Account> member(HttpServletRequest request) {
		return attribute(request, BrowserMember.ATTRIBUTE, BrowserMember.class).flatMap(this.accounts::find);
	}

	/** The guest of this browser, if any. */
	public Optional<BrowserGuest> guest(HttpServletRequest request) {
		return attribute(request, BrowserGuest.ATTRIBUTE, BrowserGuest.class);
	}

	/**
	 * Signs an account in under a new session id, which an attacker who planted the old
	 * id does not know. The session is stored together with the other writes of the
	 * transaction.
	 */
	public void signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
		Optional<BrowserGuest> before = guest(request);
		this.transaction.executeWithoutResult((status) -> {
			begin(account, request, response);
			before.ifPresent((guest) -> this.bus.announce(new GuestLeft(guest.holder())));
			before.ifPresent((guest) -> afterCommit(() -> dismiss(guest)));
		});
	}

	private static void afterCommit(Runnable act) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				act.run();
			}

		});
	}

	private void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession();
		this.strategy.onAuthentication(SignedIn.as(account.user()), request, response);
		session.removeAttribute(BrowserGuest.ATTRIBUTE);
		session.setAttribute(BrowserMember.ATTRIBUTE, BrowserMember.of(account));
		session.setMaxInactiveInterval((int) SIGNED_IN.toSeconds());
		giveToken(request);
		this.events.publishEvent(new BrowserSignedIn(account, RemoteAddress.of(request)));
	}

	/**
	 * Takes a guest's name in place of any earlier one. If this fails, the earlier name
	 * stays.
	 */
	User enter(Username name, HttpServletRequest request, HttpServletResponse response) {
		Optional<BrowserGuest> before = guest(request);
		BrowserGuest guest = before.map((known) -> known.renamed(name)).orElseGet(() -> BrowserGuest.named(name));
		User user = this.guests.claim(name, guest.holder());
		Optional<GuestRenamed> renamed = before.filter((known) -> !known.name().equals(name))
			.map((known) -> new GuestRenamed(known.holder(), user.getName()));
		try {
			this.transaction.executeWithoutResult((status) -> {
				if (before.isEmpty()) {
					this.strategy.onAuthentication(SignedIn.as(user), request, response);
				}
				request.getSession().setAttribute(BrowserGuest.ATTRIBUTE, guest);
				giveToken(request);
				renamed.ifPresent(this.bus::announce);
			});
		}
		catch (RuntimeException ex) {
			before.ifPresentOrElse(this::takeBack, () -> this.guests.leave(guest.holder()));
			throw ex;
		}
		renamed.ifPresent(this.bus::publish);
		return user;
	}

	private void takeBack(BrowserGuest guest) {
		try {
			this.guests.claim(guest.name(), guest.holder());
		}
		catch (Refusal ex) {
			logger.debug("A guest lost a name in the moment that it was free", ex);
		}
	}

	/** Forgets the identity of the browser. If this fails, the identity stays. */
	void leave(HttpServletRequest request) {
		Optional<BrowserGuest> guest = guest(request);
		Optional<BrowserMember> member = attribute(request, BrowserMember.ATTRIBUTE, BrowserMember.class);
		this.transaction.executeWithoutResult((status) -> {
			forget(request);
			guest.ifPresent((left) -> this.bus.announce(new GuestLeft(left.holder())));
			member.ifPresent((left) -> this.bus.announce(new SignedOut(left)));
		});
		guest.ifPresent(this::dismiss);
		member.ifPresent((left) -> this.bus.publish(new SignedOut(left)));
		discard(request);
	}

	/** Removes the identity from the session, in the same transaction. */
	void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
		}
	}

	/**
	 * If the session cannot be deleted, it may stay without an identity until it expires.
	 */
	private static void discard(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		try {
			if (session != null) {
				session.invalidate();
			}
		}
		catch (NestedRuntimeException ex) {
			logger.debug("A session that is over could not be deleted", ex);
		}
	}

	/** Ends the guest's connections in all tabs of the browser. */
	private void dismiss(BrowserGuest guest) {
		this.guests.leave(guest.holder());
		this.bus.publish(new GuestLeft(guest.holder()));
	}

	/** The browser needs the new CSRF token for its next request. */
	private static void giveToken(HttpServletRequest request) {
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			token.getToken();
		}
	}

	private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
		HttpSession session = request.getSession(false);
		return Optional.ofNullable((session != null) ? type.cast(session.getAttribute(name)) : null);
	}

}
