package chat.hubbub.security;

import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccountDeleted;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.PasswordChanged;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.SignedOut;
import chat.hubbub.broker.Sessions;

/**
 * Ends the connections of who has signed out, has another password or no account any
 * more; before anybody else hears of it.
 */
@Component
class Endings {

	private final Sessions sessions;

	Endings(Sessions sessions) {
		this.sessions = sessions;
	}

	@EventListener
	@Order(0)
	void end(AccountDeleted deleted) {
		end((member) -> member.account() == deleted.account().id());
	}

	@EventListener
	@Order(0)
	void end(PasswordChanged changed) {
		end((member) -> member.account() == changed.account().id() && member.epoch() < changed.account().epoch());
	}

	@EventListener
	@Order(0)
	void end(SignedOut left) {
		end(left.member()::equals);
	}

	private void end(Predicate<BrowserMember> which) {
		this.sessions.closeAll((user, attributes) -> BrowserMember.in(attributes).filter(which).isPresent(),
				new SessionEnded());
	}

}
