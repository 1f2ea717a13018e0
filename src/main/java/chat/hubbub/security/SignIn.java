package chat.hubbub.security;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.account.BrowserGuest;
import chat.hubbub.account.Guests;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Refusals;
import chat.hubbub.refusal.Refusal;

/**
 * Says who a connection is: the guest of its browser's session if it has one, else the
 * name that the {@code login} header of CONNECT asks for, else {@code guest-N}. Accounts
 * will enter here. Thread-safe.
 */
@Component
class SignIn implements ChannelInterceptor {

	private final Guests guests;

	private final Refusals refusals;

	SignIn(Guests guests, Refusals refusals) {
		this.guests = guests;
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
		}
		if (frame.getCommand() != StompCommand.CONNECT && frame.getCommand() != StompCommand.STOMP) {
			return message;
		}
		try {
			frame.setUser(userOf(frame));
			return message;
		}
		catch (Refusal refusal) {
			this.refusals.refuse(message, refusal);
			return null;
		}
	}

	private User userOf(StompHeaderAccessor connect) {
		String connection = String.valueOf(connect.getSessionId());
		BrowserGuest guest = BrowserGuest.in(attributes(connect)).orElse(null);
		if (guest != null) {
			return this.guests.join(guest.name(), guest.holder(), connection);
		}
		String login = connect.getLogin();
		Username wanted = (login != null && !login.isBlank()) ? new Username(login) : null;
		return this.guests.enter(wanted, connection);
	}

	private static Map<String, Object> attributes(StompHeaderAccessor connect) {
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(connect.getMessageHeaders());
		return (attributes != null) ? attributes : Map.of();
	}

}
