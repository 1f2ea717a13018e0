package chat.hubbub.limit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients add permanent rows to the database only at a limited rate. These rates are so
 * low that nothing is refilled while a test runs; each test has addresses of its own.
 */
class WriteLimitsIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final AtomicInteger addresses = new AtomicInteger();

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=true",
			"--hubbub.trusted-proxies=127.0.0.1", "--hubbub.limits.address-sessions=1/h burst 4",
			"--hubbub.limits.topics=1/h burst 2", "--hubbub.limits.address-topics=1/h burst 3",
			"--hubbub.limits.changes=1/h burst 8", "--hubbub.limits.messages=1/h burst 3",
			"--hubbub.limits.address-messages=1/h burst 5", "--hubbub.limits.address-sign-ups=0",
			"--hubbub.limits.sign-ins=0", "--hubbub.limits.address-sign-ins=0");

	private final String here = address();

	@Test
	void boundTheSessionsOfGuestsAtAnAddress() {
		int before = count("spring_session");
		for (int i = 0; i < 4; i++) {
			assertThat(post(server.api(), this.here, "/api/session", guest(this.here + i)).status()).isEqualTo(200);
		}
		Answer refused = post(server.api(), this.here, "/api/session", guest("one-too-many"));
		assertRefused(refused, "Too many new sessions from this address in a short time.");
		assertThat(count("spring_session")).isEqualTo(before + 4);
		assertThat(post(server.api(), address(), "/api/session", guest("elsewhere")).status()).isEqualTo(200);
	}

	/** In whichever way its address is written. */
	@Test
	void boundTheMessagesToAWebhookAndFromAnAddress() {
		for (String token : List.of("some-token", "%73ome-token", "some%2Dtoken")) {
			assertThat(post(server.api(), this.here, "/hooks/" + token, "{\"text\":\"hello\"}").code())
				.isEqualTo("hook.unknown");
		}
		assertRefused(post(server.api(), this.here, "/hooks/some-token", "{}"), "Too many messages in a short time.");
		post(server.api(), this.here, "/hooks/other", "{}");
		assertRefused(post(server.api(), this.here, "/hooks/another", "{}"), "Too many messages from this address");
	}

	@Test
	void areNotFooledByForwardedHeaders() {
		for (int i = 0; i < 4; i++) {
			post(server.api(), "192.0.2." + i + ", " + this.here, "/api/session", guest(this.here + i));
		}
		assertRefused(post(server.api(), "192.0.2.9, " + this.here, "/api/session", guest("one-too-many")),
				"Too many new sessions");
	}

	@Test
	void boundTheTopicsOfAnAddressWhoeverIsThere() {
		int before = count("topic");
		String name = this.here.replace('.', '-');
		for (int i = 0; i < 3; i++) {
			assertThat(post(server.api(), this.here, "/api/topics", topic(name + "-" + i)).status()).isEqualTo(201);
		}
		assertRefused(post(server.api(), this.here, "/api/topics", topic(name)),
				"Too many new topics from this address in a short time.");
		assertThat(count("topic")).isEqualTo(before + 3);
	}

	@Test
	void boundTheTopicsOfAnAccountWhereverItIs() {
		Api ada = server.api();
		ada.signUp("ada", PASSWORD);
		assertThat(post(ada, address(), "/api/topics", topic("ada-1")).status()).isEqualTo(201);
		assertThat(post(ada, address(), "/api/topics", topic("ada-2")).status()).isEqualTo(201);
		assertRefused(post(ada, address(), "/api/topics", topic("ada-3")), "Too many new topics in a short time.");
		Api grace = server.api();
		grace.signUp("grace", PASSWORD);
		assertThat(post(grace, address(), "/api/topics", topic("grace-1")).status()).isEqualTo(201);
	}

	@Test
	void boundWhateverElseIsChanged() {
		Api linus = server.api();
		linus.signUp("linus", PASSWORD);
		IntStream.range(0, 8)
			.forEach((i) -> assertThat(post(linus, address(), "/api/account/deletion", "{}").code())
				.isEqualTo("sign-in.failed"));
		assertRefused(post(linus, address(), "/api/account/deletion", "{}"), "Too many changes in a short time.");
		assertRefused(linus.put("/api/topics/lobby/members/linus", "{}"), "Too many changes in a short time.");
		assertRefused(linus.patch("/api/topics/lobby", "{}"), "Too many changes in a short time.");
		assertRefused(linus.delete("/api/topics/lobby/members/linus"), "Too many changes in a short time.");
		assertThat(linus.who()).isEqualTo("linus, member");
	}

	private static void assertRefused(Answer answer, String sentence) {
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.code()).isEqualTo("rate.limited");
		assertThat(answer.json().path("detail").asString()).startsWith(sentence);
		assertThat(answer.json().path("retryAfter").asInt()).isBetween(3500, 3600);
		assertThat(answer.header("Retry-After")).isEqualTo(answer.json().path("retryAfter").asString());
	}

	private static Answer post(Api browser, String address, String path, String json) {
		return browser.post(path, json, "X-Forwarded-For", address);
	}

	private static String guest(String name) {
		return "{\"name\":\"" + name + "\"}";
	}

	private static String topic(String name) {
		return "{\"name\":\"" + name + "\"}";
	}

	private static int count(String table) {
		return server.bean(JdbcClient.class).sql("select count(*) from " + table).query(Integer.class).single();
	}

	/** An address that was not used before. */
	private static String address() {
		return "198.51.100." + addresses.incrementAndGet();
	}

}
