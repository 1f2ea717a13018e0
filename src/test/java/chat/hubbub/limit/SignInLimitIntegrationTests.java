package chat.hubbub.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.IntStream;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.PasswordChanging;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawTcp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** So slow are these rates that nothing comes back while a test runs. */
class SignInLimitIntegrationTests {

	private static final String PASSWORD = "correct horse: battery staple";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.sign-ins=1/h burst 3", "--hubbub.limits.name-sign-ins=1/h burst 3",
			"--hubbub.limits.address-sign-ups=0", "--hubbub.trusted-proxies=127.0.0.1",
			"--hubbub.limits.address-sign-ins=0");

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

	@Test
	void keepsNoOwnerOutBecauseOfAStranger() {
		Api owner = server.api();
		owner.signUp("vera", PASSWORD);
		String token = owner.token("bot");
		guessFromElsewhere("vera");
		assertThat(server.api().signIn("vera", PASSWORD).status()).isEqualTo(200);
		for (Carrier carrier : Carrier.values()) {
			assertThat(signIn(carrier, "vera", PASSWORD).is("CONNECTED")).isTrue();
			assertThat(signIn(carrier, "vera", token).is("CONNECTED")).isTrue();
		}
		assertThat(owner
			.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"" + PASSWORD + "\"}")
			.status()).isEqualTo(204);
	}

	@Test
	void hasAnOwnerWaitWhoComesFromElsewhere() {
		server.api().signUp("lise", PASSWORD);
		guessFromElsewhere("lise");
		try (RawTcp lise = new RawTcp(server, "127.0.8.1"); RawTcp eve = new RawTcp(server, "127.0.8.2")) {
			eve.send("CONNECT", "", "accept-version:1.2", "login:lise", "passcode:guess");
			lise.send("CONNECT", "", "accept-version:1.2", "login:lise", "passcode:" + PASSWORD)
				.send("SEND", "at last", "destination:/app/chat", "content-type:text/plain", "receipt:r1")
				.send("DISCONNECT", "", "receipt:r2");
			Answer http = server.api()
				.post("/api/session", "{\"name\":\"lise\",\"password\":\"" + PASSWORD + "\"}", "X-Forwarded-For",
						"203.0.113.9");
			assertThat(http.status()).isEqualTo(200);
			assertThat(http.json().path("role").asString()).isEqualTo("member");
			assertThat(lise.take().is("CONNECTED")).isTrue();
			assertThat(lise.take().header("receipt-id")).isEqualTo("r1");
			assertThat(lise.take().header("receipt-id")).isEqualTo("r2");
			assertThat(eve.take().code()).isEqualTo("sign-in.failed");
		}
	}

	@Test
	void signsNobodyInWhoGuessesFromElsewhereOverHttp() {
		server.api().signUp("emmy", PASSWORD);
		guessFromElsewhere("emmy");
		Api guesser = server.api();
		Answer refusal = guesser.post("/api/session", "{\"name\":\"emmy\",\"password\":\"guess\"}", "X-Forwarded-For",
				"203.0.113.10");
		assertThat(refusal.status()).isEqualTo(401);
		assertThat(refusal.code()).isEqualTo("sign-in.failed");
		assertThat(guesser.who()).isEqualTo("nobody");
	}

	@Test
	void letsNobodyGuessForEverInABrowserThatIsSignedIn() {
		Api owner = server.api();
		owner.signUp("sofia", PASSWORD);
		String guess = "{\"current\":\"guess\",\"password\":\"another horse\"}";
		IntStream.range(0, 3)
			.forEach((time) -> assertThat(owner.post("/api/account/password", guess).code())
				.isEqualTo("sign-in.failed"));
		assertThat(owner.post("/api/account/password", guess).code()).isEqualTo("rate.limited");
		assertThat(server.api().signIn("sofia", PASSWORD).status()).isEqualTo(200);
	}

	private static void guessFromElsewhere(String name) {
		for (int guess = 0; guess < 4; guess++) {
			try (RawTcp eve = new RawTcp(server, "127.0.7.1")) {
				eve.send("CONNECT", "", "accept-version:1.2", "login:" + name, "passcode:guess");
				assertThat(eve.take().code()).isEqualTo((guess < 3) ? "sign-in.failed" : "rate.limited");
			}
		}
	}

	@Test
	void knowsWhereAnAccountWasAfterARestart() throws UnknownHostException {
		InetAddress home = InetAddress.getByName("127.0.0.1");
		server.api().signUp("rosa", PASSWORD);
		server.restart();
		KnownAddresses known = server.bean(KnownAddresses.class);
		assertThat(known.knows("Rosa", home)).isTrue();
		assertThat(known.knows("rosa", InetAddress.getByName("127.0.9.1"))).isFalse();
		assertThat(known.knows("nobody", home)).isFalse();
		assertThat(server.bean(JdbcClient.class).sql("select address from known_address").query(String.class).list())
			.isNotEmpty()
			.noneMatch((address) -> address.contains("127.0"));
		Account rosa = server.bean(Accounts.class).find(new Username("rosa")).orElseThrow();
		for (int i = 0; i < 2 * KnownAddressStore.MAX_PER_ACCOUNT; i++) {
			known.note(rosa, InetAddress.getByName("192.0.2." + i));
		}
		assertThat(server.bean(JdbcClient.class)
			.sql("select count(*) from known_address where account = ?")
			.param(rosa.id())
			.query(Integer.class)
			.single()).isEqualTo(KnownAddressStore.MAX_PER_ACCOUNT);
		known.forget(new PasswordChanging(rosa));
		assertThat(known.knows("rosa", InetAddress.getByName("192.0.2.39"))).isFalse();
	}

	private static Frame signIn(Carrier carrier, String name, String password) {
		try (RawClient client = server.open(carrier)) {
			client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name, "passcode:" + password);
			return client.takeAny("CONNECTED", "ERROR");
		}
	}

}
