package chat.hubbub.message;

import java.util.List;

import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryIntegrationTests {

	private static final String MESSAGES = "/api/topics/lobby/messages";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@BeforeAll
	static void talk() {
		try (StompClient ada = StompClient.connect(server.port(), "login:ada")) {
			for (int i = 1; i <= 60; i++) {
				ada.post("/app/chat", "{\"text\":\"" + i + "\"}");
			}
		}
	}

	@Test
	void readsTheNewest50FirstWhenNothingIsSaid() {
		List<Long> page = page("");
		assertThat(page).hasSize(50).startsWith(60L, 59L).endsWith(12L, 11L);
	}

	@Test
	void readsBackTheNewestFirst() {
		assertThat(page("?limit=3")).containsExactly(60L, 59L, 58L);
		assertThat(page("?limit=3&before=58")).containsExactly(57L, 56L, 55L);
		assertThat(page("?limit=3&before=3")).containsExactly(2L, 1L);
		assertThat(page("?before=1")).isEmpty();
	}

	@Test
	void readsOnTheOldestFirst() {
		assertThat(page("?limit=3&after=0")).containsExactly(1L, 2L, 3L);
		assertThat(page("?limit=200&after=58")).containsExactly(59L, 60L);
		assertThat(page("?after=60")).isEmpty();
		assertThat(page("?after=9223372036854775807")).isEmpty();
	}

	@Test
	void readsAroundATime() {
		List<String> times = server.api()
			.get(MESSAGES + "?limit=200")
			.list()
			.stream()
			.map((message) -> message.path("sentAt").asString())
			.toList();
		for (int seq : new int[] { 1, 30, 60 }) {
			String time = times.get(60 - seq);
			long first = 60 - times.lastIndexOf(time);
			assertThat(page("?limit=1&at=" + time)).containsExactly(first);
			assertThat(page("?limit=3&at=" + time)).contains(first);
		}
		assertThat(page("?limit=2&at=1999-12-31")).containsExactly(1L, 2L);
		assertThat(page("?limit=2&at=2999-12-31T00:00:00Z")).containsExactly(60L);
	}

	@ParameterizedTest
	@CsvSource({ "?at=, page.ill-formed, date", "?at=yesterday, page.ill-formed, date",
			"?at=2026-01-31&before=3, page.ill-formed, only one", "?limit=0, page.ill-formed, limit",
			"?limit=201, page.ill-formed, limit", "?limit=abc, page.ill-formed, limit",
			"?before=abc, page.ill-formed, before", "?before=0, page.ill-formed, before",
			"?after=-1, page.ill-formed, after", "?after=x, page.ill-formed, after",
			"?before=3&after=1, page.ill-formed, only one" })
	void refusesAPageThatCannotBe(String query, String code, String word) {
		Answer answer = server.api().get(MESSAGES + query);
		assertProblem(answer, 400, code);
		assertThat(answer.json().path("detail").asString()).contains(word);
	}

	@Test
	void knowsNoHistoryOfAnUnknownTopic() {
		assertProblem(server.api().get("/api/topics/nowhere/messages"), 404, "topic.unknown");
	}

	@Test
	void refusesATopicNameThatIsNone() {
		assertProblem(server.api().get("/api/topics/No%20where/messages"), 400, "topic.ill-formed");
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("detail").asString()).isNotEmpty();
	}

	private static List<Long> page(String query) {
		Answer answer = server.api().get(MESSAGES + query);
		assertThat(answer.status()).isEqualTo(200);
		return answer.list().stream().map((message) -> message.path("seq").asLong()).toList();
	}

}
