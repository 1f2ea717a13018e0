package chat.hubbub.broker;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.broker.connection.Connections;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A developer's handler blocks. Only the connection that asked for it waits. */
class BlockingHandlerIntegrationTests {

	private static final int MANY = 6;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--spring.profiles.active=gate");

	@AfterEach
	void open() {
		gate().open();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void holdsUpNobodyElse(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		List<RawClient> waiting = IntStream.range(0, MANY)
			.mapToObj((number) -> server.connect(carrier, "ada"))
			.toList();
		waiting.forEach((ada) -> ada.send(frame("/app/gate", "", "gate")));
		awaitWaiting(MANY);
		grace.post(topic, "Hello");
		assertThat(grace.takeSeqs(1)).containsExactly(1L);
		server.connect(carrier, "linus").subscribe("/topic/chat." + topic).post(topic, "Hello too");
		assertThat(waiting).noneMatch((ada) -> ada.has((frame) -> frame.is("RECEIPT")));
		gate().open();
		assertThat(waiting).allSatisfy((ada) -> assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("gate"));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void keepsTheOrderOfWhatCameWithIt(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada");
		ada.send(
				frame("/app/chat." + topic, "one", "before") + frame("/app/gate", "", "gate")
						+ frame("/app/chat." + topic, "three", "after") + RawClient.frame("SUBSCRIBE", "", "id:1",
								"destination:/topic/chat." + topic, "receipt:subscribed")
						+ RawClient.frame("DISCONNECT", "", "receipt:bye"));
		awaitWaiting(1);
		assertThat(grace.takeSeqs(1)).containsExactly(1L);
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("before");
		grace.post(topic, "two");
		assertThat(ada.has((frame) -> true)).isFalse();
		gate().open();
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("gate");
		assertThat(List.of(ada.take("RECEIPT").header("receipt-id"), ada.take("RECEIPT").header("receipt-id")))
			.containsExactlyInAnyOrder("after", "subscribed");
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("bye");
		ada.awaitClose();
		assertThat(grace.takeMessages(2)).extracting((message) -> message.json().path("text").asString())
			.containsExactly("two", "three");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void refusesWhatIsMalformedBehindItOnceItIsThrough(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada");
		ada.send(frame("/app/gate", "", "gate") + "NONSENSE\n\n\0");
		awaitWaiting(1);
		assertThat(ada.has((frame) -> true)).isFalse();
		gate().open();
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("gate");
		assertThat(ada.take("ERROR").code()).isEqualTo("frame.command");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void takesMoreThanOneReadBehindIt(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/topic/chat." + topic);
		String large = "👋".repeat(4_000);
		ada.send(frame("/app/gate", "", "gate") + frame("/app/chat." + topic, large, "1"));
		awaitWaiting(1);
		ada.send(frame("/app/chat." + topic, large, "2"));
		gate().open();
		assertThat(ada.takeSeqs(2)).containsExactly(1L, 2L);
	}

	@Test
	void holdsNoConnectionWhoseClientVanishes() {
		RawClient ada = server.connect(Carrier.TCP, "ada");
		ada.send(frame("/app/gate", "", "gate"));
		awaitWaiting(1);
		ada.close();
		gate().open();
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> server.bean(Connections.class).count() == 0);
	}

	private static GateController gate() {
		return server.bean(GateController.class);
	}

	private static void awaitWaiting(int count) {
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> gate().waiting() == count);
	}

	private static String frame(String destination, String text, String receipt) {
		return RawClient.frame("SEND", text, "destination:" + destination, "content-type:text/plain",
				"receipt:" + receipt);
	}

}
