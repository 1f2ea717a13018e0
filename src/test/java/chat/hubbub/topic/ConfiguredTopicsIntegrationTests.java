package chat.hubbub.topic;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredTopicsIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.topics[0].name=tea",
			"--hubbub.topics[0].title=High tea", "--hubbub.topics[0].description=At five",
			"--hubbub.topics[1].name=coffee", "--hubbub.text-length=300");

	@Test
	void areThereFromTheStart() {
		assertThat(server.api().get("/api/topics").list()).extracting((listing) -> listing.path("name").asString())
			.containsExactlyInAnyOrder("lobby", "tea", "coffee");
		JsonNode tea = server.api().get("/api/topics/tea").json();
		assertThat(tea.path("title").asString()).isEqualTo("High tea");
		assertThat(tea.path("description").asString()).isEqualTo("At five");
		assertThat(server.api().get("/api/topics/coffee").json().path("title").asString()).isEqualTo("coffee");
	}

	@Test
	void takeTextsAsLongAsTheSettingSaysAndThePageIsTold() {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		ada.post("/app/chat.tea", "{\"text\":\"" + "👋".repeat(300) + "\"}");
		Frame refusal = ada.request("SEND", "a".repeat(301), "destination:/app/chat.tea", "content-type:text/plain");
		assertThat(refusal.code()).isEqualTo("text.too-long");
		assertThat(server.api().get("/").body()).contains("data-longest=\"300\"");
	}

	@Test
	void carryMessages() {
		StompClient ada = server.connect("ada").subscribe("/topic/chat.coffee");
		ada.post("/app/chat.coffee", "{\"text\":\"Black\"}");
		assertThat(ada.takeMessage("/topic/chat.coffee").path("text").asString()).isEqualTo("Black");
	}

}
