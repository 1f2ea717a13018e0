package chat.hubbub.signin;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

import chat.hubbub.account.Account;
import chat.hubbub.account.BrowserMember;
import chat.hubbub.account.Role;
import chat.hubbub.account.RoleOutdated;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTests {

	private final List<Throwable> refusals = new ArrayList<>();

	private final Map<String, Object> attributes = new ConcurrentHashMap<>();

	private Account olga = olga(Role.ADMIN);

	private final SignIn signIn = new SignIn(null, new OnlyOlga(), null, (user) -> {
	}, (message, cause) -> this.refusals.add(cause));

	@Test
	void endsAConnectionWhoseRoleChangedWhileItBegan() {
		this.attributes.put(BrowserMember.ATTRIBUTE, BrowserMember.of(this.olga));
		Principal admin = SimpMessageHeaderAccessor.getUser(send(StompCommand.CONNECT, null).getHeaders());
		assertThat(admin).isInstanceOfSatisfying(User.class, (user) -> assertThat(user.role()).isEqualTo(Role.ADMIN));
		assertThat(send(StompCommand.SUBSCRIBE, admin)).isNotNull();
		// The connections of admins are ended, but this one cannot be found yet.
		this.olga = olga(Role.MEMBER);
		assertThat(send(StompCommand.SUBSCRIBE, admin)).isNull();
		assertThat(this.refusals).singleElement().isInstanceOf(RoleOutdated.class);
	}

	private @Nullable Message<?> send(StompCommand command, @Nullable Principal user) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(command);
		frame.setSessionId("connection");
		frame.setSessionAttributes(this.attributes);
		frame.setUser(user);
		frame.setLeaveMutable(true);
		return this.signIn.preSend(MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders()), null);
	}

	private static Account olga(Role role) {
		return new Account(3, new Username("olga"), role, 0);
	}

	private final class OnlyOlga extends Credentials {

		OnlyOlga() {
			super(null, null);
		}

		@Override
		Optional<Account> holder(Map<String, Object> attributes) {
			return Optional.of(SignInTests.this.olga);
		}

	}

}
