package chat.hubbub.signin;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.SpringClient;
import chat.hubbub.fixture.Transport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code login} and {@code passcode} of CONNECT, over every transport. */
class PasscodeIntegrationTests {

	private static final String PASSWORD = "correct horse: battery staple";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@BeforeAll
	static void signUp() {
		server.api().signUp("ada", PASSWORD);
	}

	@ParameterizedTest
	@EnumSource
	void signsInWithThePassword(Carrier carrier) {
		RawClient one = server.connect(carrier, "ada", "passcode:" + PASSWORD).subscribe("/topic/chat");
		RawClient other = server.open(carrier);
		other.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:ADA", "passcode:" + PASSWORD);
		assertThat(other.take("CONNECTED").header("user-name")).isEqualTo("ada");
		other.done("SEND", "hello", "destination:/app/chat", "content-type:text/plain");
		assertThat(one.take("MESSAGE").body()).contains("\"sender\":\"ada\"");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEB_SOCKET")
	void signsInWithThePasswordOverSockJs(Transport transport) throws Exception {
		try (SpringClient ada = new SpringClient(transport, server.port(), "ada", PASSWORD)) {
			ada.subscribe("/topic/chat");
			ada.post("/app/chat", "{\"text\":\"by SockJS\"}");
			assertThat(ada.userName()).isEqualTo("ada");
			assertThat(ada.takeMessage().path("sender").asString()).isEqualTo("ada");
		}
	}

	@ParameterizedTest
	@CsvSource({ "ada, wrong horse", "grace, wrong horse", "<b>, wrong horse", "'', wrong horse" })
	void refusesInTheSameWordsWhicheverIsWrong(String login, String passcode) {
		for (Carrier carrier : Carrier.values()) {
			RawClient client = server.open(carrier);
			client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + login,
					"passcode:" + passcode);
			Frame error = client.take("ERROR");
			assertThat(error.code()).isEqualTo("sign-in.failed");
			assertThat(error.sentence()).isEqualTo("There is no account with that name and password.");
			client.awaitClose();
		}
	}

	@Test
	void leavesTheNameToTheAccount() {
		RawClient guest = server.open(Carrier.TCP);
		guest.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:ada");
		assertThat(guest.take("CONNECTED").header("user-name")).startsWith("ada-");
	}

}
