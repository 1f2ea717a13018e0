package chat.hubbub.signin;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Bans;
import chat.hubbub.account.Guests;
import chat.hubbub.account.NameChanged;
import chat.hubbub.account.RoleOutdated;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.broker.Admission;
import chat.hubbub.broker.KnownAs;
import chat.hubbub.broker.PromptInterceptor;
import chat.hubbub.broker.RefusedFrames;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.setting.Settings;

/**
 * Sets the user of a connection by the first rule that applies: the account of the
 * {@code login} and {@code passcode} in its CONNECT, which {@link Passcodes} has already
 * checked; the account of the token in its handshake; the account or the guest of its
 * browser's session; a guest with the name in {@code login}, or {@code guest-N}. It
 * refuses all frames of a connection whose credentials have ended. Thread-safe.
 */
@Component
class SignIn implements PromptInterceptor {

	private final Guests guests;

	private final Credentials credentials;

	private final Settings settings;

	private final Bans bans;

	private final RefusedFrames refusals;

	SignIn(Guests guests, Credentials credentials, Settings settings, Bans bans, RefusedFrames refusals) {
		this.guests = guests;
		this.credentials = credentials;
		this.settings = settings;
		this.bans = bans;
		this.refusals = refusals;
	}

	@Override
	public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		if (frame == null) {
			return message;
		}
		if (frame.getCommand() == StompCommand.DISCONNECT) {
			this.guests.disconnect(String.valueOf(frame.getSessionId()));
			return message;
		}
		try {
			if (frame.getCommand() == StompCommand.CONNECT || frame.getCommand() == StompCommand.STOMP) {
				User user = userOf(frame).at(address(frame));
				this.bans.check(user);
				attributes(frame).put(KnownAs.ATTRIBUTE, knownAs(user, attributes(frame)));
				frame.setUser(user);
			}
			else if (frame.getUser() instanceof User user) {
				refuseIfOver(user, attributes(frame));
				this.bans.check(user);
			}
			return message;
		}
		catch (Refusal refusal) {
			this.refusals.refuse(message, refusal);
			return null;
		}
	}

	private static KnownAs knownAs(User user, Map<String, Object> attributes) {
		Set<String> names = new HashSet<>(user.keys());
		if (user.account() == null) {
			BrowserGuest.in(attributes).ifPresent((guest) -> names.add(BrowserGuest.key(guest.holder())));
		}
		return new KnownAs(names);
	}

	private User userOf(StompHeaderAccessor connect) {
		Map<String, Object> attributes = attributes(connect);
		if (Credentials.are(attributes)) {
			return this.credentials.holder(attributes).orElseThrow(() -> Credentials.ended(attributes)).user();
		}
		requireGuestsAllowed();
		return guest(connect, attributes);
	}

	private User guest(StompHeaderAccessor connect, Map<String, Object> attributes) {
		String connection = String.valueOf(connect.getSessionId());
		BrowserGuest guest = BrowserGuest.in(attributes).orElse(null);
		if (guest != null) {
			return this.guests.join(guest.name(), guest.holder(), connection);
		}
		String login = loginOf(connect);
		return this.guests.enter(login.isBlank() ? null : new Username(login), connection);
	}

	/** Refuses frames of a connection whose sign-in has ended; it is closed soon. */
	private void refuseIfOver(User user, Map<String, Object> attributes) {
		if (user.account() != null) {
			Account holder = this.credentials.holder(attributes).orElseThrow(() -> Credentials.ended(attributes));
			if (holder.role() != user.role()) {
				// It changed while the connection began, and could not be found yet.
				throw new RoleOutdated();
			}
			return;
		}
		requireGuestsAllowed();
		BrowserGuest guest = BrowserGuest.in(attributes).orElse(null);
		if (guest != null && !this.guests.isStill(user, guest.holder())) {
			throw this.guests.isHere(guest.holder()) ? new NameChanged() : new SessionEnded();
		}
	}

	private void requireGuestsAllowed() {
		if (!this.settings.now().guests()) {
			throw new SignInRequired();
		}
	}

	private static String loginOf(StompHeaderAccessor connect) {
		String login = connect.getLogin();
		return (login != null) ? login : "";
	}

	private static @Nullable InetAddress address(StompHeaderAccessor frame) {
		return (attributes(frame).get(Admission.ADDRESS) instanceof InetAddress address) ? address : null;
	}

	private static Map<String, Object> attributes(StompHeaderAccessor connect) {
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(connect.getMessageHeaders());
		return (attributes != null) ? attributes : new HashMap<>();
	}

}
