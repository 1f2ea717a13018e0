package chat.hubbub.security;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountProperties;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Bans;
import chat.hubbub.account.BrowserGuest;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.Guests;
import chat.hubbub.account.PasswordCheck;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Admission;
import chat.hubbub.broker.Refusals;
import chat.hubbub.refusal.Refusal;

/**
 * Says who a connection is: the account whose name and password its CONNECT brings in
 * {@code login} and {@code passcode}; else the account or the guest of its browser's
 * session; else a guest with the name that {@code login} asks for, or {@code guest-N}. A
 * connection of an account that has ended meanwhile does nothing more. Thread-safe.
 */
@Component
class SignIn implements ChannelInterceptor {

	private final Guests guests;

	private final Accounts accounts;

	private final PasswordCheck passwords;

	private final AccountProperties settings;

	private final Bans bans;

	private final Refusals refusals;

	SignIn(Guests guests, Accounts accounts, PasswordCheck passwords, AccountProperties settings, Bans bans,
			Refusals refusals) {
		this.guests = guests;
		this.accounts = accounts;
		this.passwords = passwords;
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
				frame.setUser(user);
			}
			else if (frame.getUser() instanceof User user) {
				if (user.account() != null && member(attributes(frame)).isEmpty()) {
					throw new SessionEnded();
				}
				this.bans.check(user);
			}
			return message;
		}
		catch (Refusal refusal) {
			this.refusals.refuse(message, refusal);
			return null;
		}
	}

	private User userOf(StompHeaderAccessor connect) {
		Map<String, Object> attributes = attributes(connect);
		String passcode = connect.getPasscode();
		if (passcode != null && !passcode.isEmpty()) {
			Account account = this.passwords.check(loginOf(connect), passcode, attributes.get(Admission.ADDRESS));
			// So that it ends when the password is another, like a browser's.
			attributes.put(BrowserMember.ATTRIBUTE, BrowserMember.of(account));
			return account.user();
		}
		if (BrowserMember.in(attributes).isPresent()) {
			return member(attributes).orElseThrow(SessionEnded::new).user();
		}
		if (!this.settings.guests()) {
			throw new SignInRequired();
		}
		return guest(connect, attributes);
	}

	private Optional<Account> member(Map<String, Object> attributes) {
		return BrowserMember.in(attributes).flatMap(this.accounts::find);
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
