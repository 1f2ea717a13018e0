package chat.hubbub.signin;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SignInIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@Test
	void callsAUserByTheLogin() {
		assertThat(server.connect("grace").userName()).isEqualTo("grace");
	}

	@Test
	void numbersALoginThatIsTakenWhateverItsCase() {
		assertThat(server.connect("ada").userName()).isEqualTo("ada");
		assertThat(server.connect("ada").userName()).isEqualTo("ada-2");
		assertThat(server.connect("ADA").userName()).isEqualTo("ADA-3");
	}

	@Test
	void normalisesALogin() {
		assertThat(server.connect("Ｏｌｇａ").userName()).isEqualTo("Olga");
	}

	@Test
	void freesANameWhenItsConnectionEnds() {
		StompClient linus = server.connect("linus");
		linus.close();
		linus.awaitClose();
		await().atMost(Inbox.PATIENCE).until(() -> server.connect("linus").userName(), "linus"::equals);
	}

	@ParameterizedTest
	@ValueSource(strings = { "accept-version:1.2", "login:", "login: " })
	void numbersGuestsWithoutALogin(String header) {
		StompClient first = StompClient.connect(server.port(), header);
		StompClient second = StompClient.connect(server.port(), header);
		assertThat(first.userName()).matches("guest-[1-9][0-9]*");
		assertThat(second.userName()).matches("guest-[1-9][0-9]*").isNotEqualTo(first.userName());
		first.close();
		second.close();
	}

	@Test
	void takesTheStompCommandForConnect() {
		StompClient ada = server.open();
		ada.send("STOMP\naccept-version:1.2\nhost:localhost\nlogin:barbara\n\n\0");
		assertThat(ada.take("CONNECTED").header("user-name")).isEqualTo("barbara");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "<ada>", "a  b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "👋" })
	void refusesALoginThatIsIllFormed(String login) {
		StompClient ada = server.open();
		ada.send("CONNECT\naccept-version:1.2\nhost:localhost\nlogin:" + login + "\n\n\0");
		Frame error = ada.take("ERROR");
		assertThat(error.code()).isEqualTo("name.ill-formed");
		assertThat(error.sentence()).contains("1 to 32 characters");
		ada.awaitClose();
	}

	@Test
	void speaksNoOtherVersionOfStomp() {
		StompClient ada = server.open();
		ada.send("CONNECT\naccept-version:3.0\nhost:localhost\n\n\0");
		Frame error = ada.take("ERROR");
		assertThat(error.code()).isEqualTo("connect.version");
		ada.awaitClose();
	}

}
