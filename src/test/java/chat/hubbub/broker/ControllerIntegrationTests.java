package chat.hubbub.broker;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ControllerIntegrationTests {

	private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--spring.profiles.active=developer");

	@Test
	void addsATopic() {
		StompClient ada = server.connect("ada").subscribe("/topic/coin");
		StompClient grace = server.connect("grace").subscribe("/topic/coin");
		assertThat(grace.request("SEND", "{}", "destination:/app/coin").command()).isEqualTo("RECEIPT");
		assertThat(ada.takeMessage("/topic/coin").path("side").asString()).isEqualTo("heads");
		assertThat(grace.takeMessage("/topic/coin").path("side").asString()).isEqualTo("heads");
	}

	@Test
	void takesTheMessagesOfOneTopic() {
		server.api().post("/api/topics", "{\"name\":\"suggestions\"}");
		StompClient ada = server.connect("ada").subscribe("/topic/suggestions").subscribe("/topic/chat.suggestions");
		ada.request("SEND", "{}", "destination:/app/chat.suggestions");
		assertThat(ada.takeMessage("/topic/suggestions").path("thanks").asString()).isEqualTo("ada");
		String other = server.newTopic();
		ada.subscribe("/topic/chat." + other).post("/app/chat." + other, "{\"text\":\"Hello\"}");
		assertThat(ada.takeMessage("/topic/chat." + other).path("seq").asLong()).isEqualTo(1);
	}

	@Test
	void isNotBypassedByASendToItsTopic() {
		StompClient ada = server.connect("ada").subscribe("/topic/coin").subscribe("/user/queue/errors");
		Frame answer = ada.request("SEND", "{\"side\":\"tails\"}", "destination:/topic/coin");
		assertThat(answer.code()).isEqualTo("destination.forbidden");
		ada.request("SEND", "{}", "destination:/app/coin");
		assertThat(ada.takeMessage("/topic/coin").path("side").asString()).isEqualTo("heads");
	}

	@Test
	void reportsAFaultByAnIdAndNotByItsText() {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		Frame answer = ada.request("SEND", "{}", "destination:/app/boom");
		assertThat(answer.isFault()).isTrue();
		assertInternal(answer);
		ada.post("/app/chat", "{\"text\":\"Still here\"}");
	}

	@Test
	void reportsAFaultByAnErrorFrameToWhoDoesNotListen() {
		StompClient ada = server.connect("ada");
		Frame answer = ada.request("SEND", "{}", "destination:/app/boom");
		assertThat(answer.command()).isEqualTo("ERROR");
		assertInternal(answer);
		ada.awaitClose();
	}

	private static void assertInternal(Frame answer) {
		assertThat(answer.code()).isEqualTo("internal");
		assertThat(answer.sentence()).containsPattern(UUID);
		assertThat(answer.toString()).doesNotContain(DeveloperController.SECRET, "IllegalState");
	}

}
