package chat.hubbub.signin;

import java.time.Duration;
import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.token.AccessTokens;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawHttp;
import chat.hubbub.fixture.SpringClient;
import chat.hubbub.fixture.Transport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Programs that connect with an access token, over every transport. */
class TokenIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final Duration IN_TIME = Duration.ofSeconds(5);

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	private static Api ada;

	@BeforeAll
	static void signUp() {
		ada = server.api();
		ada.signUp("ada", PASSWORD);
		server.api().signUp("grace", PASSWORD);
	}

	@ParameterizedTest
	@EnumSource
	void signIn(Carrier carrier) {
		String token = ada.token("bot");
		RawClient program = server.connect(carrier, "ADA", "passcode:" + token).subscribe("/topic/chat");
		program.done("SEND", "hello", "destination:/app/chat", "content-type:text/plain");
		assertThat(program.take("MESSAGE").body()).contains("\"sender\":\"ada\"");
	}

	@ParameterizedTest
	@EnumSource
	void signInOverSockJsAndByTheHandshake(Transport transport) throws Exception {
		String token = ada.token("bot");
		try (SpringClient passcode = new SpringClient(transport, server.port(), "ada", token);
				SpringClient header = SpringClient.bearing(transport, server.port(), token)) {
			assertThat(passcode.userName()).isEqualTo("ada");
			assertThat(header.userName()).isEqualTo("ada");
			passcode.subscribe("/topic/chat");
			header.post("/app/chat", "{\"text\":\"by header\"}");
			assertThat(passcode.takeMessage().path("sender").asString()).isEqualTo("ada");
		}
	}

	@Test
	void signInToThePlainWebSocket() throws Exception {
		RawClient reader = server.connect(Carrier.TCP, "reader").subscribe("/topic/chat");
		try (PlainClient program = PlainClient.bearing(server.port(), "/chat/", ada.token("bot"))) {
			program.send("plainly");
			assertThat(reader.take("MESSAGE").body()).contains("\"sender\":\"ada\"", "plainly");
		}
	}

	@ParameterizedTest
	@EnumSource
	void areRefusedWhateverIsWrong(Carrier carrier) {
		String revoked = ada.token("revoked");
		revokeAll(ada);
		String good = ada.token("bot");
		String expired = token("ada", Duration.ZERO);
		String sentence = connect(carrier, "ada", revoked).sentence();
		assertThat(sentence).startsWith("This access token is not valid");
		assertRefused(connect(carrier, "ada", "hub_" + "x".repeat(43)), sentence);
		assertRefused(connect(carrier, "ada", revoked), sentence);
		assertRefused(connect(carrier, "ada", expired), sentence);
		assertRefused(connect(carrier, "grace", good), sentence);
		assertRefused(connect(carrier, "nobody", good), sentence);
		assertRefused(connect(carrier, "", good), sentence);
		assertThat(connect(carrier, "ada", good + "x").code()).isEqualTo("sign-in.failed");
		assertThat(connect(carrier, "ada", good).is("CONNECTED")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws", "/chat/", "/sockjs/000/session1/websocket" })
	void areRefusedInTheHandshake(String path) {
		for (String value : List.of("hub_" + "x".repeat(43), "nonsense", "")) {
			try (RawHttp refused = RawHttp.upgrade(server.port(), path, "Authorization: Bearer " + value)) {
				assertThat(refused.status()).isEqualTo(401);
				assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void endTheirConnectionsWhenTakenBack(Carrier carrier) {
		RawClient program = server.connect(carrier, "ada", "passcode:" + ada.token("bot")).subscribe("/topic/chat");
		RawClient other = server.connect(carrier, "ada", "passcode:" + PASSWORD);
		long start = System.nanoTime();
		revokeAll(ada);
		assertThat(program.take("ERROR").code()).isEqualTo("token.invalid");
		program.awaitClose();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
		other.done("SEND", "still here", "destination:/app/chat", "content-type:text/plain");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEB_SOCKET")
	void endTheirSockJsConnectionsWhenTakenBack(Transport transport) throws Exception {
		try (SpringClient program = SpringClient.bearing(transport, server.port(), ada.token("bot"))) {
			program.subscribe("/topic/chat");
			long start = System.nanoTime();
			revokeAll(ada);
			assertThat(program.take("ERROR").header("code")).isEqualTo("token.invalid");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
		}
	}

	@Test
	void endTheirPlainWebSocketsWhenTakenBack() {
		PlainClient program = PlainClient.bearing(server.port(), "/chat/", ada.token("bot"));
		program.send("hello");
		program.take();
		long start = System.nanoTime();
		revokeAll(ada);
		assertThat(program.awaitClose()).isEqualTo(1008);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
	}

	@ParameterizedTest
	@EnumSource
	void endTheirConnectionsWhenTheyExpire(Carrier carrier) {
		RawClient program = server.connect(carrier, "ada", "passcode:" + token("ada", Duration.ofSeconds(3)));
		program.subscribe("/topic/chat");
		long start = System.nanoTime();
		assertThat(program.take("ERROR").code()).isEqualTo("token.invalid");
		program.awaitClose();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
	}

	@Test
	void endWithThePassword() {
		Api alan = server.api();
		alan.signUp("alan", PASSWORD);
		String token = alan.token("bot");
		RawClient program = server.connect(Carrier.TCP, "alan", "passcode:" + token);
		alan.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"battery staple\"}");
		assertThat(program.take("ERROR").code()).isEqualTo("token.invalid");
		assertThat(connect(Carrier.TCP, "alan", token).code()).isEqualTo("token.invalid");
		assertThat(alan.get("/api/tokens").list()).isEmpty();
		assertThat(connect(Carrier.TCP, "alan", alan.token("another")).is("CONNECTED")).isTrue();
	}

	@Test
	void endWithTheAccount() {
		Api radia = server.api();
		radia.signUp("radia", PASSWORD);
		String token = radia.token("bot");
		RawClient program = server.connect(Carrier.TCP, "radia", "passcode:" + token);
		radia.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}");
		assertThat(program.take("ERROR").code()).isEqualTo("token.invalid");
		server.api().signUp("radia", PASSWORD);
		assertThat(connect(Carrier.TCP, "radia", token).code()).isEqualTo("token.invalid");
	}

	@Test
	void outliveTheBrowserThatMadeThem() {
		Api edsger = server.api();
		edsger.signUp("edsger", PASSWORD);
		RawClient program = server.connect(Carrier.TCP, "edsger", "passcode:" + edsger.token("bot"));
		edsger.delete("/api/session");
		program.done("SEND", "still here", "destination:/app/chat", "content-type:text/plain");
	}

	@Test
	void doNotServeAsPasswords() {
		String token = ada.token("bot");
		assertThat(server.api().signIn("ada", token).code()).isEqualTo("sign-in.failed");
		assertThat(ada.post("/api/account/deletion", "{\"password\":\"" + token + "\"}").code())
			.isEqualTo("sign-in.failed");
	}

	@Test
	void keepASockJsSessionFromOpening() {
		assertThatThrownBy(() -> SpringClient.bearing(Transport.SOCKJS_XHR_POLLING, server.port(), "nonsense"))
			.isNotNull();
	}

	private static void assertRefused(Frame error, String sentence) {
		assertThat(error.code()).isEqualTo("token.invalid");
		assertThat(error.sentence()).isEqualTo(sentence);
	}

	private static String token(String owner, Duration validity) {
		return People.token(server.bean(AccessTokens.class), server.bean(Accounts.class), owner, validity);
	}

	private static void revokeAll(Api owner) {
		owner.get("/api/tokens")
			.list()
			.forEach((token) -> assertThat(owner.delete("/api/tokens/" + token.path("id").asLong()).status())
				.isEqualTo(204));
	}

	private static Frame connect(Carrier carrier, String login, String passcode) {
		try (RawClient client = server.open(carrier)) {
			client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + login,
					"passcode:" + passcode);
			return client.takeAny("CONNECTED", "ERROR");
		}
	}

}
