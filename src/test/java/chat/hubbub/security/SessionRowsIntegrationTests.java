package chat.hubbub.security;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What sessions cost: nothing for who has none. */
class SessionRowsIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

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

	private static int count(String table) {
		return server.bean(JdbcClient.class).sql("select count(*) from " + table).query(Integer.class).single();
	}

}
