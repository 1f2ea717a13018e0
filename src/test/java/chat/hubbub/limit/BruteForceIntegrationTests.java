package chat.hubbub.limit;

import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that guesses passwords is slowed down, over HTTP and STOMP together, and other
 * clients are not. These rates are so low that no attempt is refilled while a test runs.
 */
class BruteForceIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.sign-ins=1/h burst 3", "--hubbub.limits.address-sign-ins=1/h burst 30",
			"--hubbub.limits.address-sign-ups=0");

	private final Api eve = server.api();

	@Test
	void ofANameOverHttpIsRefused() {
		server.api().signUp("ada", PASSWORD);
		server.api().signUp("grace", PASSWORD);
		IntStream.range(0, 3)
			.forEach(
					(guess) -> assertThat(this.eve.signIn("ADA", "guess " + guess).code()).isEqualTo("sign-in.failed"));
		Answer refusal = this.eve.signIn("ada", "guess 3");
		assertThat(refusal.status()).isEqualTo(429);
		assertThat(refusal.code()).isEqualTo("rate.limited");
		assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(1000, 3600);
		// Not even the right password is looked at, so the answer tells nothing of it.
		assertThat(server.api().signIn("ada", PASSWORD).code()).isEqualTo("rate.limited");
		assertThat(signIn(Carrier.TCP, "ada", PASSWORD).code()).isEqualTo("rate.limited");
		assertThat(server.api().signIn("grace", PASSWORD).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void ofANameOverStompIsRefused(Carrier carrier) {
		String name = "stomp-" + carrier.ordinal();
		server.api().signUp(name, PASSWORD);
		IntStream.range(0, 3)
			.forEach((guess) -> assertThat(signIn(carrier, name, "guess").code()).isEqualTo("sign-in.failed"));
		Frame refusal = signIn(carrier, name, PASSWORD);
		assertThat(refusal.code()).isEqualTo("rate.limited");
		assertThat(Integer.parseInt(refusal.header("retry-after"))).isBetween(1000, 3600);
		assertThat(server.api().signIn(name, PASSWORD).code()).isEqualTo("rate.limited");
	}

	@Test
	void doesNotEndWhatIsOpen() {
		Api margaret = server.api();
		margaret.signUp("margaret", PASSWORD);
		RawClient client = server.connect(Carrier.TCP, "margaret", "passcode:" + PASSWORD);
		IntStream.range(0, 4).forEach((guess) -> this.eve.signIn("margaret", "guess"));
		assertThat(margaret.who()).isEqualTo("margaret, member");
		client.done("SEND", "still here", "destination:/app/chat", "content-type:text/plain");
	}

	@Test
	void ofTokensIsRefusedAndKeepsNoRightOneOut() {
		Api owner = server.api();
		owner.signUp("owner", PASSWORD);
		String token = owner.token("bot");
		IntStream.range(0, 15).forEach((guess) -> {
			assertThat(bearer(guess(guess)).code()).isEqualTo("token.invalid");
			assertThat(signIn(Carrier.WEB_SOCKET_TEXT, "owner", guess(guess)).code()).isEqualTo("token.invalid");
		});
		Answer refusal = bearer(guess(30));
		assertThat(refusal.status()).isEqualTo(429);
		assertThat(refusal.code()).isEqualTo("rate.limited");
		assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(1000, 3600);
		for (Carrier carrier : Carrier.values()) {
			assertThat(signIn(carrier, "owner", guess(30)).code()).isEqualTo("rate.limited");
			assertThat(signIn(carrier, "owner", token).is("CONNECTED")).isTrue();
		}
		assertThat(bearer(token).status()).isEqualTo(200);
		assertThat(server.api().signIn("owner", PASSWORD).status()).isEqualTo(200);
	}

	private Answer bearer(String token) {
		return this.eve.get("/api/topics", "Authorization", "Bearer " + token);
	}

	private static String guess(int number) {
		return "hub_" + "x".repeat(41) + (number + 10);
	}

	private static Frame signIn(Carrier carrier, String name, String passcode) {
		try (RawClient client = server.open(carrier)) {
			client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name, "passcode:" + passcode);
			return client.takeAny("CONNECTED", "ERROR");
		}
	}

}
