package chat.hubbub.limit;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eve measures times: names with and without an account cost the same work, that of one
 * password.
 */
class SameWorkIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(CountedPasswords.PROFILE);

	@BeforeAll
	static void adaHasAnAccountAndGraceIsOnline() {
		server.api().signUp("ada", PASSWORD);
		server.api().enter("grace");
	}

	@BeforeEach
	void startTheCount() {
		work();
	}

	@ParameterizedTest
	@CsvSource({ "ada, wrong horse", "ADA, wrong horse", "grace, wrong horse", "nobody, wrong horse",
			"deleted-1, wrong horse", "<b>, wrong horse", "'', wrong horse", "аda, wrong horse", "ada, ''",
			"nobody, ''" })
	void isDoneForEveryoneWhoSignsInOverHttp(String name, String password) {
		Answer answer = server.api().signIn(name, password);
		assertThat(answer.code()).isEqualTo("sign-in.failed");
		assertThat(work()).isEqualTo("0 encoded, 1 compared");
	}

	@ParameterizedTest
	@CsvSource({ "ada, wrong horse", "grace, wrong horse", "nobody, wrong horse", "<b>, wrong horse",
			"'', wrong horse" })
	void isDoneForEveryoneWhoSignsInByStomp(String name, String password) {
		for (Carrier carrier : Carrier.values()) {
			RawClient eve = server.open(carrier);
			eve.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name, "passcode:" + password);
			assertThat(eve.take("ERROR").code()).isEqualTo("sign-in.failed");
			assertThat(work()).isEqualTo("0 encoded, 1 compared");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "ADA", "аda", "grace", "deleted-1", "somebody new" })
	void isDoneForEveryoneWhoSignsUp(String name) {
		Api eve = server.api();
		assertThat(eve.signUp(name, "another horse").status()).isIn(201, 409);
		assertThat(work()).isEqualTo("1 encoded, 0 compared");
	}

	/** The maximum length of a password; a longer one costs no more. */
	@ParameterizedTest
	@ValueSource(ints = { 72, 73, 10_000, 500_000 })
	void isTheSameHoweverLongThePassword(int length) {
		assertThat(server.api().signIn("ada", "x".repeat(length)).code()).isEqualTo("sign-in.failed");
		assertThat(work()).isEqualTo("0 encoded, 1 compared");
	}

	private static String work() {
		return server.bean(CountedPasswords.class).work();
	}

}
