package chat.hubbub.account;

import java.util.List;

import chat.hubbub.account.invite.Invites;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets reach neither the log, however much it says, nor an answer. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsIntegrationTests {

	private static final String PASSWORD = "sesame-1-sesame";

	private static final String OTHER = "sesame-2-sesame";

	private static final String WRONG = "sesame-3-sesame";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--logging.level.chat.hubbub=trace",
			"--logging.level.org.springframework=debug");

	private final Api browser = server.api();

	private final Api other = server.api();

	@Test
	void stayOutOfTheLogAndOfEveryAnswer(CapturedOutput log) {
		String first = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		List<String> answers = List.of(
				this.browser
					.post("/api/accounts",
							"{\"name\":\"ada\",\"password\":\"" + PASSWORD + "\",\"invite\":\"" + first + "\"}")
					.body(),
				this.other.signUp("ada", WRONG).body(), this.other.signIn("ada", WRONG).body(),
				this.other.signIn("nobody", WRONG).body(), this.other.signIn("ada", PASSWORD).body(),
				this.other
					.post("/api/accounts",
							"{\"name\":\"eve\",\"password\":\"" + WRONG + "\",\"invite\":\"" + first + "\"}")
					.body(),
				this.browser
					.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"" + OTHER + "\"}")
					.body());
		Answer made = this.browser.post("/api/tokens", "{\"name\":\"bot\"}");
		String token = made.json().path("token").asString();
		String bearer = "Bearer " + token;
		String tokens = this.browser.get("/api/tokens").body() + this.browser.get("/api/admin/tokens").body()
				+ this.other.get("/api/session", "Authorization", bearer).body()
				+ this.other.post("/api/tokens", "{\"name\":\"bot\"}", "Authorization", bearer).body();
		StompClient.connect(server.port(), "login:ada", "passcode:" + token).close();
		PlainClient.bearing(server.port(), "/chat/", token).close();
		this.browser.delete("/api/tokens/" + made.json().path("id").asString());
		tokens += this.other.get("/api/session", "Authorization", bearer).body();
		StompClient revoked = server.open();
		revoked.send("CONNECT\naccept-version:1.2\nhost:localhost\nlogin:ada\npasscode:" + token + "\n\n\0");
		tokens += revoked.take("ERROR");
		String link = this.browser.post("/api/invites", "{}").json().path("link").asString();
		StompClient.connect(server.port(), "login:ada", "passcode:" + OTHER).close();
		StompClient refused = server.open();
		refused.send("CONNECT\naccept-version:1.2\nhost:localhost\nlogin:ada\npasscode:" + WRONG + "\n\n\0");
		String error = refused.take("ERROR").toString();
		String session = this.browser.cookie("SESSION").orElseThrow();
		assertThat(log.getAll()).contains("Secured POST /api/accounts")
			.doesNotContain("sesame", first, link.split("#")[1], session, token, new Secret(token).hash());
		assertThat(String.join("", answers) + error).doesNotContain("sesame", first);
		assertThat(tokens).contains("token.invalid", "right.missing").doesNotContain(token, new Secret(token).hash());
	}

}
