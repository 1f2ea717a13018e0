package chat.hubbub.topic;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TopicApiIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api api = server.api();

	@Test
	void createsATopicAtItsAddress() {
		Answer answer = this.api.post("/api/topics",
				"{\"name\":\"tea\",\"title\":\"High tea\",\"description\":\"At five\"}");
		assertThat(answer.status()).isEqualTo(201);
		assertListing(answer.json(), "tea", "High tea", 0);
		assertThat(this.api.get("/api/topics/tea").json()).isEqualTo(answer.json());
		server.connect("ada").post("/app/chat.tea", "{\"text\":\"Milk?\"}");
		assertListing(this.api.get("/api/topics/tea").json(), "tea", "High tea", 1);
	}

	@Test
	void listsTheTopicsWithTheirHeads() {
		String topic = server.newTopic();
		StompClient ada = server.connect("ada");
		ada.post("/app/chat." + topic, "{\"text\":\"1\"}").post("/app/chat." + topic, "{\"text\":\"2\"}");
		assertThat(this.api.get("/api/topics").list())
			.anySatisfy((listing) -> assertListing(listing, "lobby", "Lobby", 0))
			.anySatisfy((listing) -> assertListing(listing, topic, topic, 2));
	}

	@Test
	void tellsSubscribersOfANewTopic() {
		StompClient ada = server.connect("ada").subscribe("/topic/topics");
		String topic = server.newTopic();
		assertListing(ada.takeMessage("/topic/topics"), topic, topic, 0);
	}

	@Test
	void refusesATopicThatIsThereAlready() {
		String topic = server.newTopic();
		assertProblem(create(topic), 409, "topic.exists");
		assertProblem(create("lobby"), 409, "topic.exists");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Tea", "a-", "a.b", "a/b",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void refusesANameThatIsNone(String name) {
		int before = this.api.get("/api/topics").list().size();
		assertProblem(create(name), 400, "topic.ill-formed");
		assertThat(this.api.get("/api/topics").list()).hasSize(before);
	}

	@Test
	void refusesATitleThatIsTooLong() {
		assertProblem(this.api.post("/api/topics", "{\"name\":\"long\",\"title\":\"" + "t".repeat(81) + "\"}"), 400,
				"topic.ill-formed");
		assertProblem(this.api.get("/api/topics/long"), 404, "topic.unknown");
	}

	@Test
	void refusesABodyThatIsNoTopic() {
		assertProblem(this.api.post("/api/topics", "Not JSON"), 400, "request.malformed");
		assertProblem(this.api.post("/api/topics", "{}"), 400, "topic.ill-formed");
	}

	@Test
	void knowsNoTopicThatIsNotThere() {
		assertProblem(this.api.get("/api/topics/nowhere"), 404, "topic.unknown");
	}

	private Answer create(String name) {
		return this.api.post("/api/topics", "{\"name\":\"" + name + "\"}");
	}

	private static void assertListing(JsonNode listing, String name, String title, long head) {
		assertThat(listing.path("name").asString()).isEqualTo(name);
		assertThat(listing.path("title").asString()).isEqualTo(title);
		assertThat(listing.path("head").asLong()).isEqualTo(head);
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).startsWith("application/problem+json");
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("detail").asString()).isNotEmpty();
	}

}
