package chat.hubbub.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.account.invite.Invites;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets in malformed requests, which errors often repeat. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsInFaultsIntegrationTests {

	private static final String SECRET = "sesame-in-a-fault";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--logging.level.chat.hubbub=trace",
			"--logging.level.org.springframework.web=debug", "--logging.level.org.springframework.security=debug");

	@Test
	void stayOutOfTheLogAndOfEveryAnswer(CapturedOutput log) {
		Api browser = server.api();
		List<String> answers = new ArrayList<>();
		for (String body : List.of("{\"name\":\"ada\",\"password\":" + SECRET + "}",
				"{\"name\":\"ada\",\"password\":\"" + SECRET, "{\"name\":\"ada\",\"password\":{\"" + SECRET + "\":1}}",
				"{\"name\":\"ada\",\"password\":[\"" + SECRET + "\"]}", "name=ada&password=" + SECRET,
				"{\"name\":\"ada\",\"passwort\":\"" + SECRET + "\"}", "{\"" + SECRET + "\":1}",
				"{\"name\":{},\"password\":\"" + SECRET + "\"}", "\"" + SECRET + "\"",
				"{\"days\":\"" + SECRET + "\",\"invite\":\"" + SECRET + "\"}")) {
			for (String path : List.of("/api/session", "/api/accounts", "/api/account/password",
					"/api/account/deletion")) {
				answers.add(browser.post(path, body).body());
			}
		}
		for (Carrier carrier : Carrier.values()) {
			for (String frame : List.of("CONNECT\nlogin:ada\npasscode" + SECRET + "\n\n\0",
					"CONNECT\nlogin:ada\npasscode:" + SECRET + "\\x\naccept-version:9\n\n\0",
					"CONNECT\naccept-version:1.2\nheart-beat:" + SECRET + "\npasscode:" + SECRET + "\n\n\0",
					"SEND\npasscode:" + SECRET + "\n\n" + SECRET + "\0", SECRET + "\n\n\0",
					"CONNECT\naccept-version:1.2\nlogin:ada\npasscode:" + SECRET + "\n\n\0")) {
				RawClient eve = server.open(carrier).send(frame);
				answers.add(eve.take("ERROR").toString());
			}
		}
		assertThat(log.getAll()).contains("POST").doesNotContain("sesame");
		assertThat(answers).hasSize(58).noneMatch((answer) -> answer.contains("sesame"));
	}

	@Test
	void areNotKeptAsTheyAre() {
		Api grace = server.api();
		assertThat(grace.signUp("grace", SECRET).status()).isEqualTo(201);
		String invite = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		String stored = Stored.in(Path.of(server.bean(Environment.class).getRequiredProperty("hubbub.data")));
		assertThat(stored).contains("{bcrypt}", new Secret(invite).hash()).doesNotContain(SECRET, invite);
	}

}
