package chat.hubbub.account;

import chat.hubbub.account.invite.Invites;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that takes neither guests nor new accounts. */
class ClosedServerIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.guests=false", "--hubbub.sign-up=closed");

	private final Api stranger = server.api();

	@ParameterizedTest
	@ValueSource(strings = { "/api/topics", "/api/topics/lobby", "/api/topics/lobby/messages" })
	void showsAStrangerNothing(String path) {
		assertThat(this.stranger.get(path).status()).isEqualTo(401);
		assertThat(this.stranger.get(path).code()).isEqualTo("sign-in.required");
		assertThat(this.stranger.get("/").status()).isEqualTo(200);
	}

	@Test
	void takesNoGuestAndNoNewAccount() {
		assertThat(this.stranger.enter("mallory").code()).isEqualTo("sign-in.required");
		assertThat(this.stranger.signUp("mallory", PASSWORD).code()).isEqualTo("sign-up.closed");
		assertThat(this.stranger.post("/api/topics", "{\"name\":\"malice\"}").code()).isEqualTo("sign-in.required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "login:mallory", "login:", "login:mallory\npasscode:" })
	void connectsNoGuest(String headers) {
		StompClient mallory = server.open();
		mallory.send("CONNECT\naccept-version:1.2\nhost:localhost\n" + headers + "\n\n\0");
		Frame error = mallory.take("ERROR");
		assertThat(error.code()).isEqualTo("sign-in.required");
		mallory.awaitClose();
	}

	@Test
	void connectsNoPlainWebSocketOfAStranger() {
		assertThat(server.plain("/chat/").awaitClose()).isEqualTo(1008);
	}

	@Test
	void takesTheFirstAdmin() {
		Api admin = server.api();
		String secret = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		assertThat(admin
			.post("/api/accounts", "{\"name\":\"ada\",\"password\":\"" + PASSWORD + "\",\"invite\":\"" + secret + "\"}")
			.status()).isEqualTo(201);
		assertThat(admin.get("/api/topics").status()).isEqualTo(200);
		assertThat(server.connectWithCookie(admin.cookie()).userName()).isEqualTo("ada");
		assertThat(StompClient.connect(server.port(), "login:ada", "passcode:" + PASSWORD).userName()).isEqualTo("ada");
	}

}
