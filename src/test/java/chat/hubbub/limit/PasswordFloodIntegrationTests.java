package chat.hubbub.limit;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawTcp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A flood of CONNECTs with passwords, which take time: few are checked, and users at
 * other addresses sign in meanwhile. No attempt is refilled while a test runs.
 */
class PasswordFloodIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final String ELSEWHERE = "127.0.0.2";

	private static final int FLOOD = 200;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(CountedPasswords.PROFILE, "--hubbub.limits.enabled=true",
			"--hubbub.limits.sign-ins=1/h burst 5", "--hubbub.limits.name-sign-ins=1/h burst 5",
			"--hubbub.limits.address-sign-ins=1/h burst 20");

	@BeforeAll
	static void signUp() {
		server.api().signUp("ada", PASSWORD);
		server.api().signUp("linus", PASSWORD);
	}

	@BeforeEach
	void startTheCount() {
		work();
	}

	@Test
	void fromOneAddressCostsAFewPasswords() {
		List<RawTcp> flood = IntStream.range(0, FLOOD).mapToObj((i) -> new RawTcp(server, "127.0.4.1")).toList();
		for (int i = 0; i < FLOOD; i++) {
			connect(flood.get(i), "name-" + i, "guess");
		}
		try (RawTcp ada = new RawTcp(server, ELSEWHERE)) {
			assertThat(connect(ada, "ada", PASSWORD).take().command()).isEqualTo("CONNECTED");
		}
		List<String> answers = flood.stream().map(RawTcp::take).map(Frame::code).toList();
		assertThat(answers).filteredOn("sign-in.failed"::equals).hasSize(20);
		assertThat(answers).filteredOn("rate.limited"::equals).hasSize(FLOOD - 20);
		assertThat(work()).isEqualTo("0 encoded, 21 compared");
		flood.forEach(RawTcp::close);
	}

	/**
	 * With or without an account, some passwords are checked, a hundred attempts wait for
	 * their turn, and the rest is refused.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "linus", "nobody" })
	void fromManyAddressesUnderOneNameCostsAFewPasswords(String name) {
		List<RawTcp> flood = IntStream.range(0, FLOOD)
			.mapToObj((i) -> new RawTcp(server, "127.0." + (5 + name.length()) + "." + (1 + i)))
			.toList();
		flood.forEach((eve) -> connect(eve, name, "guess"));
		List<Frame> answers = flood.stream().map(RawTcp::take).toList();
		List<Frame> refused = answers.stream().filter((answer) -> answer.code().equals("rate.limited")).toList();
		assertThat(answers).allMatch((answer) -> refused.contains(answer) || answer.code().equals("sign-in.failed"));
		assertThat(refused).isNotEmpty().allMatch((answer) -> answer.header("retry-after").equals("5"));
		assertThat(work()).isEqualTo("0 encoded, " + (FLOOD - refused.size()) + " compared");
		assertThat(FLOOD - refused.size()).isGreaterThanOrEqualTo(5 + PasswordQueue.MAX_WAITING);
		flood.forEach(RawTcp::close);
	}

	private static RawTcp connect(RawTcp client, String name, String password) {
		return client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name,
				"passcode:" + password);
	}

	private static String work() {
		return server.bean(CountedPasswords.class).work();
	}

}
