package chat.hubbub.signin;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Browsers' sessions in the database: their cost, and the behaviour if they cannot be
 * stored.
 */
class SessionRowsIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@AfterEach
	void forget() {
		server.bean(JdbcClient.class).sql("delete from spring_session").update();
	}

	@Test
	void connectionsWithoutACookieTouchNoSession() {
		for (Carrier carrier : Carrier.values()) {
			server.connect(carrier, "ada").close();
		}
		server.api().get("/");
		server.api().get("/api/topics");
		server.api().get("/sockjs/info");
		assertThat(count("spring_session")).isZero();
		assertThat(count("spring_session_attributes")).isZero();
	}

	@Test
	void leavesNothingBehindOfASessionThatHasEnded() {
		Api browser = server.api();
		browser.signUp("grace", "correct horse");
		assertThat(count("spring_session")).isEqualTo(1);
		assertThat(count("spring_session_attributes")).isPositive();
		browser.delete("/api/session");
		assertThat(count("spring_session")).isZero();
		assertThat(count("spring_session_attributes")).isZero();
	}

	@Test
	void goesOnWithoutTheRowOfASessionThatIsOver() {
		Api browser = server.api();
		browser.signUp("rosa", "correct horse");
		refuse("delete on spring_session",
				() -> assertThat(browser.post("/api/account/deletion", "{\"password\":\"correct horse\"}").status())
					.isEqualTo(204));
		assertThat(browser.who()).isEqualTo("nobody");
		assertThat(browser.signIn("rosa", "correct horse").status()).isEqualTo(401);
	}

	@Test
	void keepsAnAccountWhoseSessionCannotEnd() {
		Api browser = server.api();
		browser.signUp("joan", "correct horse");
		refuse("delete on spring_session_attributes", () -> {
			assertThat(browser.post("/api/account/deletion", "{\"password\":\"correct horse\"}").code())
				.isEqualTo("store.unavailable");
			assertThat(browser.delete("/api/session").code()).isEqualTo("store.unavailable");
		});
		assertThat(browser.who()).isEqualTo("joan, member");
	}

	@Test
	void keepsAPasswordThatCannotBeForgottenEverywhere() {
		Api browser = server.api();
		browser.signUp("mary", "correct horse");
		refuse("delete on known_address",
				() -> assertThat(browser
					.post("/api/account/password", "{\"current\":\"correct horse\",\"password\":\"battery staple\"}")
					.code()).isEqualTo("store.unavailable"));
		assertThat(browser.who()).isEqualTo("mary, member");
		assertThat(server.api().signIn("mary", "correct horse").status()).isEqualTo(200);
	}

	/** Breaks one table for as long as something runs. */
	@SuppressWarnings("try")
	private static void refuse(String change, Runnable meanwhile) {
		try (BrokenTable table = new BrokenTable(server.bean(JdbcTemplate.class), change)) {
			meanwhile.run();
		}
	}

	private static int count(String table) {
		return server.bean(JdbcClient.class).sql("select count(*) from " + table).query(Integer.class).single();
	}

}
