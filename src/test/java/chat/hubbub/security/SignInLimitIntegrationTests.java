package chat.hubbub.security;

import java.util.Locale;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** So slow are these rates that nothing comes back while a test runs. */
class SignInLimitIntegrationTests {

	private static final String PASSWORD = "correct horse: battery staple";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.sign-ins=1/h burst 3", "--hubbub.limits.address-sign-ins=0");

	@BeforeAll
	static void signUp() {
		server.api().signUp("ada", PASSWORD);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void letsNobodyGuessForEver(Carrier carrier) {
		String name = "eve-" + carrier.name().toLowerCase(Locale.ROOT).replace('_', '-');
		for (int guess = 0; guess < 3; guess++) {
			assertThat(signIn(carrier, name, "guess " + guess).code()).isEqualTo("sign-in.failed");
		}
		Frame refusal = signIn(carrier, name, "guess 3");
		assertThat(refusal.code()).isEqualTo("rate.limited");
		assertThat(Integer.parseInt(refusal.header("retry-after"))).isBetween(3500, 3600);
	}

	@Test
	void countsNoAttemptWithTheRightPassword() {
		for (int time = 0; time < 6; time++) {
			assertThat(signIn(Carrier.TCP, "ada", PASSWORD).is("CONNECTED")).isTrue();
		}
	}

	private static Frame signIn(Carrier carrier, String name, String password) {
		try (RawClient client = server.open(carrier)) {
			client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name, "passcode:" + password);
			return client.takeAny("CONNECTED", "ERROR");
		}
	}

}
