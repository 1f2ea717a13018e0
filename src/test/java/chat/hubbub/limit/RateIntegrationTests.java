package chat.hubbub.limit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** So slow are these rates that nothing comes back while a test runs. */
class RateIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.messages=1/h burst 3", "--hubbub.limits.typing=1/h burst 2",
			"--hubbub.limits.subscribes=1/h burst 4", "--hubbub.limits.address-messages=0");

	private static final AtomicInteger names = new AtomicInteger();

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void refusesAMessageTooManyAndSaysWhenToTryAgain(Carrier carrier) {
		RawClient ada = connect(carrier).subscribe("/user/queue/errors");
		IntStream.range(0, 3).forEach((i) -> ada.done("SEND", "{\"text\":\"tea\"}", "destination:/app/chat"));
		for (int i = 0; i < 2; i++) {
			Frame refusal = ada.request("SEND", "{\"text\":\"too much\"}", "destination:/app/chat");
			assertThat(refusal.isFault()).isTrue();
			assertThat(refusal.code()).isEqualTo("rate.limited");
			assertThat(refusal.sentence()).startsWith("Too many messages in a short time. Try again in ");
			assertThat(refusal.json().path("retryAfter").asInt()).isBetween(3500, 3600);
		}
		assertThat(ada.isClosed()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void endsAConnectionThatCannotBeToldOtherwise(Carrier carrier) {
		RawClient ada = connect(carrier);
		IntStream.range(0, 3).forEach((i) -> ada.done("SEND", "{\"text\":\"tea\"}", "destination:/app/chat"));
		Frame error = ada.request("SEND", "{\"text\":\"too much\"}", "destination:/app/chat");
		assertThat(error.command()).isEqualTo("ERROR");
		assertThat(error.code()).isEqualTo("rate.limited");
		assertThat(Integer.parseInt(error.header("retry-after"))).isBetween(3500, 3600);
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void takesNothingMoreFromAConnectionThatItEnds(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = connect(carrier);
		String post = RawClient.frame("SEND", "tea", "destination:/app/chat." + topic, "content-type:text/plain");
		String wrong = RawClient.frame("SEND", "tea", "destination:/nowhere");
		ada.send(post + wrong + post + post);
		assertThat(ada.take("ERROR").code()).isEqualTo("destination.forbidden");
		ada.awaitClose();
		assertThat(connect(carrier).subscribe("/topic/chat." + topic, "last:9").post(topic, "the end").takeSeqs(2))
			.containsExactly(1L, 2L);
	}

	@Test
	void isForAUserWhateverTheTopic() {
		String topic = server.newTopic();
		RawClient ada = connect(Carrier.TCP).subscribe("/user/queue/errors");
		ada.post(topic, "one").done("SEND", "{\"text\":\"two\"}", "destination:/app/chat").post(topic, "three");
		assertThat(ada.request("SEND", "", "destination:/app/dice").code()).isEqualTo("rate.limited");
		connect(Carrier.TCP).post(topic, "four");
	}

	@Test
	void countsTypingApart() {
		String typing = "destination:/app/typing." + server.newTopic();
		RawClient ada = connect(Carrier.TCP).subscribe("/user/queue/errors");
		IntStream.range(0, 2)
			.forEach((i) -> assertThat(ada.request("SEND", "", typing).code()).isNotEqualTo("rate.limited"));
		Frame refusal = ada.request("SEND", "", typing);
		assertThat(refusal.code()).isEqualTo("rate.limited");
		assertThat(refusal.sentence()).startsWith("Too many typing notices");
		IntStream.range(0, 3).forEach((i) -> ada.done("SEND", "{\"text\":\"tea\"}", "destination:/app/chat"));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void refusesASubscriptionTooMany(Carrier carrier) {
		RawClient ada = connect(carrier).subscribe("/user/queue/errors");
		IntStream.range(0, 3).forEach((i) -> ada.subscribe("/topic/x" + i));
		Frame refusal = ada.request("SUBSCRIBE", "", "id:more", "destination:/topic/more");
		assertThat(refusal.code()).isEqualTo("rate.limited");
		assertThat(refusal.sentence()).startsWith("Too many subscriptions");
		connect(carrier).subscribe("/topic/more");
	}

	@Test
	void refusesATransactionWithAMessageTooMany() {
		String topic = server.newTopic();
		RawClient ada = connect(Carrier.TCP).subscribe("/user/queue/errors");
		ada.send("BEGIN", "", "transaction:t");
		IntStream.range(0, 4)
			.forEach((i) -> ada.send("SEND", "tea", "destination:/app/chat." + topic, "content-type:text/plain",
					"transaction:t"));
		assertThat(ada.request("COMMIT", "", "transaction:t").code()).isEqualTo("transaction.refused");
		assertThat(connect(Carrier.TCP).subscribe("/topic/chat." + topic, "last:9")
			.post(topic, "nothing before this")
			.takeSeqs(1)).containsExactly(1L);
	}

	@Test
	void countsAMessageOfATransactionAsItComesAndOnce() {
		String topic = server.newTopic();
		RawClient ada = connect(Carrier.TCP).subscribe("/user/queue/errors").subscribe("/topic/chat." + topic);
		String[] tea = { "destination:/app/chat." + topic, "content-type:text/plain", "transaction:t" };
		ada.send("BEGIN", "", "transaction:t");
		IntStream.range(0, 3).forEach((i) -> ada.send("SEND", "tea", tea));
		ada.done("COMMIT", "", "transaction:t");
		assertThat(ada.takeSeqs(3)).containsExactly(1L, 2L, 3L);
		ada.send("BEGIN", "", "transaction:t");
		assertThat(ada.request("SEND", "too much", tea).code()).isEqualTo("rate.limited");
	}

	/** A new user, because the server remembers earlier ones. */
	private static RawClient connect(Carrier carrier) {
		return server.connect(carrier, "ada-" + names.incrementAndGet());
	}

}
