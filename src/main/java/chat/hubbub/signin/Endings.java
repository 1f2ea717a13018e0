package chat.hubbub.signin;

import java.security.Principal;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeleted;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.NameChanged;
import chat.hubbub.account.PasswordChanged;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.account.browser.GuestLeft;
import chat.hubbub.account.browser.GuestRenamed;
import chat.hubbub.account.browser.SignedOut;
import chat.hubbub.account.token.TokenGone;
import chat.hubbub.account.token.TokenInvalid;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Selection;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.setting.Settings;
import chat.hubbub.setting.SettingsStored;

/**
 * Ends connections whose credentials have ended: after a sign-out, a change of the
 * password, the deletion of an account, the end of a token, and when a browser's guest
 * leaves or takes another name or guests are no longer allowed. It runs before other
 * listeners of these events.
 */
@Component
class Endings {

	private final Clients clients;

	private final Credentials credentials;

	private final Settings settings;

	Endings(Clients clients, Credentials credentials, Settings settings, Bus bus) {
		this.clients = clients;
		this.credentials = credentials;
		this.settings = settings;
		bus.receive(SignedOut.class, this::end);
		// The settings are read anew before.
		bus.receive(SettingsStored.class, (fact) -> endGuestsUnlessAllowed());
		bus.receive(AnythingChanged.class, (fact) -> endGuestsUnlessAllowed());
		bus.receive(GuestLeft.class, (left) -> closeGuest(left.holder(), (user) -> true, new SessionEnded()));
		// Ends the connections of a renamed guest; its clients connect again under the
		// new
		// name.
		bus.receive(GuestRenamed.class, (renamed) -> closeGuest(renamed.holder(),
				(user) -> !user.getName().equals(renamed.name()), new NameChanged()));
	}

	@EventListener
	@Order(0)
	void end(AccountDeleted deleted) {
		endIfGone(deleted.account().id());
	}

	@EventListener
	@Order(0)
	void end(PasswordChanged changed) {
		endIfGone(changed.account().id());
	}

	@EventListener
	@Order(0)
	void end(TokenGone gone) {
		endIfGone(gone.token().account());
	}

	private void endIfGone(long account) {
		Selection own = this.clients.of(Account.key(account));
		own.close((user, attributes) -> AccessToken.in(attributes).isPresent() && areGone(attributes),
				new TokenInvalid());
		own.close((user, attributes) -> BrowserMember.in(attributes).isPresent() && areGone(attributes),
				new SessionEnded());
	}

	private void end(SignedOut left) {
		this.clients.of(Account.key(left.member().account()))
			.close((user, attributes) -> BrowserMember.in(attributes).filter(left.member()::equals).isPresent(),
					new SessionEnded());
	}

	private void closeGuest(String holder, Predicate<Principal> which, Refusal why) {
		this.clients.of(BrowserGuest.key(holder)).close((user, attributes) -> which.test(user), why);
	}

	private void endGuestsUnlessAllowed() {
		if (!this.settings.now().guests()) {
			this.clients.all()
				.close((user, attributes) -> user instanceof User known && known.account() == null,
						new SignInRequired());
		}
	}

	private boolean areGone(Map<String, Object> attributes) {
		return this.credentials.holder(attributes).isEmpty();
	}

}
