package chat.hubbub.broker;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The sender of a refused frame is told so, and other clients notice nothing. */
class RefusalIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private StompClient grace;

	private int stored;

	@BeforeEach
	void bystander() {
		this.grace = server.connect("grace").subscribe("/topic/chat").subscribe("/user/queue/errors");
		this.stored = server.api().history("lobby").size();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.broker.RefusedFrame#refusals")
	void isToldOnTheQueueForThatAndTheConnectionLives(RefusedFrame frame) {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		Frame answer = ada.request(frame.command(), frame.body(), frame.headers());
		assertThat(answer.isFault()).isTrue();
		assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("code", "message", "receipt");
		assertThat(answer.code()).isEqualTo(frame.code());
		assertIsASentence(answer.sentence());
		ada.post("/app/chat", "{\"text\":\"Still here\"}");
		assertThat(ada.inbox().poll((other) -> other.is("RECEIPT") || other.is("ERROR"))).isEmpty();
		assertNobodyElseNoticed(ada.userName());
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.broker.RefusedFrame#all")
	void isToldByAnErrorFrameBeforeTheConnectionIsClosed(RefusedFrame frame) {
		StompClient ada = server.connect("ada");
		String receipt = ada.nextReceipt();
		String headers = String.join("\n", frame.headers());
		ada.send(frame.command(), frame.body(), (headers + "\nreceipt:" + receipt).strip());
		Frame answer = ada.answer(receipt);
		assertThat(answer.command()).isEqualTo("ERROR");
		assertThat(answer.header("receipt-id")).isEqualTo(receipt);
		assertThat(answer.code()).isEqualTo(frame.code());
		assertIsASentence(answer.sentence());
		ada.awaitClose();
		this.grace.post("/app/chat", "{\"text\":\"Still here\"}");
		assertNobodyElseNoticed(this.grace.userName());
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.broker.RefusedFrame#breaches")
	void isCutOffWhenItsFrameBreaksStompEvenIfItListens(RefusedFrame frame) {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		Frame answer = ada.request(frame.command(), frame.body(), frame.headers());
		assertThat(answer.command()).isEqualTo("ERROR");
		assertThat(answer.code()).isEqualTo(frame.code());
		ada.awaitClose();
	}

	/** The bystander's next message is the valid one that follows the refused frame. */
	private void assertNobodyElseNoticed(String sender) {
		JsonNode message = this.grace.take("MESSAGE").json();
		assertThat(message.path("text").asString()).isEqualTo("Still here");
		assertThat(message.path("sender").asString()).isEqualTo(sender);
		assertThat(message.path("seq").asInt()).isEqualTo(this.stored + 1);
		assertThat(server.api().history("lobby")).hasSize(this.stored + 1);
		assertThat(this.grace.inbox().poll((frame) -> true)).isEmpty();
	}

	private static void assertIsASentence(String text) {
		assertThat(text).matches("[A-Z].*[.]|.*[.]{3}").doesNotContain("Exception", "org.spring", "java.");
	}

}
