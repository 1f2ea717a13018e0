package chat.hubbub.transport;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.SpringClient;
import chat.hubbub.fixture.Transport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class StompTransportsIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@ParameterizedTest
	@EnumSource
	void carriesTheLobbyToEverySubscriber(Transport transport) throws Exception {
		SpringClient ada = server.connect(transport, "ada").subscribe("/topic/chat");
		SpringClient grace = server.connect(transport, "grace").subscribe("/topic/chat");
		ada.post("/app/chat", "{\"text\":\"Grüße 👋\"}");
		assertPosted(ada.takeMessage(), "lobby", ada.userName(), "Grüße 👋");
		assertPosted(grace.takeMessage(), "lobby", ada.userName(), "Grüße 👋");
	}

	@ParameterizedTest
	@EnumSource
	void carriesEveryOtherTopicToItsOwnSubscribers(Transport transport) throws Exception {
		String tea = server.newTopic();
		String coffee = server.newTopic();
		SpringClient ada = server.connect(transport, "ada").subscribe("/topic/chat." + tea);
		SpringClient grace = server.connect(transport, "grace");
		grace.post("/app/chat", "{\"text\":\"lobby\"}").post("/app/chat." + coffee, "{\"text\":\"coffee\"}");
		grace.post("/app/chat." + tea, "{\"text\":\"tea\"}");
		assertPosted(ada.takeMessage(), tea, grace.userName(), "tea");
	}

	/** In the longest of all spellings, with 12 bytes a character. */
	@ParameterizedTest
	@EnumSource
	void carriesTheLongestText(Transport transport) throws Exception {
		String tea = server.newTopic();
		SpringClient ada = server.connect(transport, "ada").subscribe("/topic/chat." + tea);
		ada.post("/app/chat." + tea, "{\"text\":\"" + "\\ud83d\\udc4b".repeat(20_000) + "\"}");
		assertPosted(ada.takeMessage(), tea, ada.userName(), "👋".repeat(20_000));
	}

	@ParameterizedTest
	@EnumSource
	void namesTheUserInConnected(Transport transport) throws Exception {
		String login = "linus-" + transport.name().toLowerCase();
		assertThat(server.connect(transport, login).userName()).isEqualTo(login);
		assertThat(server.connect(transport, login).userName()).isEqualTo(login + "-2");
	}

	@ParameterizedTest
	@EnumSource
	void tellsOfARefusalOnTheQueueForThat(Transport transport) throws Exception {
		SpringClient ada = server.connect(transport, "ada").subscribe("/user/queue/errors");
		String receipt = ada.send("/app/chat", "Not JSON").getReceiptId();
		JsonNode fault = ada.takeMessage();
		assertThat(fault.path("code").asString()).isEqualTo("body.malformed");
		assertThat(fault.path("receipt").asString()).isEqualTo(receipt);
		ada.post("/app/chat", "{\"text\":\"Still here\"}");
	}

	@ParameterizedTest
	@EnumSource
	void tellsOfARefusalByAnErrorFrame(Transport transport) throws Exception {
		SpringClient ada = server.connect(transport, "ada");
		String receipt = ada.send("/app/chat.nowhere", "{\"text\":\"Hello\"}").getReceiptId();
		Frame error = ada.take("ERROR");
		assertThat(error.code()).isEqualTo("topic.unknown");
		assertThat(error.header("receipt-id")).isEqualTo(receipt);
	}

	private static void assertPosted(JsonNode message, String topic, String sender, String text) {
		assertThat(message.path("topic").asString()).isEqualTo(topic);
		assertThat(message.path("sender").asString()).isEqualTo(sender);
		assertThat(message.path("text").asString()).isEqualTo(text);
	}

}
