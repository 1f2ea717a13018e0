package chat.hubbub.broker;

import chat.hubbub.broker.connection.Transactions;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Receipts, transactions and acknowledgements, alike on each carrier. */
class ReceiptsIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void answersEveryFrameThatAsks(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic, "ack:client");
		ada.post(topic, "Hello");
		String ack = ada.take("MESSAGE").header("ack");
		ada.done("ACK", "", "id:" + ack);
		ada.done("BEGIN", "", "transaction:t");
		ada.done("ABORT", "", "transaction:t");
		ada.done("BEGIN", "", "transaction:t");
		ada.done("COMMIT", "", "transaction:t");
		ada.done("UNSUBSCRIBE", "", "id:1");
		ada.done("DISCONNECT", "");
		assertThat(ada.awaitClose()).isEqualTo(carrier.isWebSocket() ? 1000 : 0);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void closesNormallyAfterADisconnectWithoutReceipt(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada");
		ada.send("DISCONNECT", "");
		assertThat(ada.awaitClose()).isEqualTo(carrier.isWebSocket() ? 1000 : 0);
		assertThat(ada.has((frame) -> true)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void answersWhatWasSentBeforeDisconnectFirst(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.send(RawClient.frame("SEND", "{\"text\":\"Bye\"}", "destination:/app/chat." + topic, "receipt:1")
				+ RawClient.frame("DISCONNECT", "", "receipt:2"));
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("1");
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("2");
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void storesATransactionInOneGo(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada");
		ada.done("BEGIN", "", "transaction:t");
		sendIn(ada, topic, "one");
		sendIn(ada, topic, "two");
		grace.post(topic, "between");
		assertThat(grace.take("MESSAGE").json().path("text").asString()).isEqualTo("between");
		assertThat(grace.has((frame) -> frame.is("MESSAGE"))).isFalse();
		ada.done("COMMIT", "", "transaction:t");
		assertThat(grace.takeMessages(2)).extracting((frame) -> frame.json().path("text").asString())
			.containsExactly("one", "two");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void storesNothingOfATransactionThatIsAborted(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada");
		ada.done("BEGIN", "", "transaction:t");
		sendIn(ada, topic, "never");
		ada.done("ABORT", "", "transaction:t");
		ada.done("BEGIN", "", "transaction:u");
		ada.send("SEND", "{\"text\":\"never\"}", "destination:/app/chat." + topic, "transaction:u");
		ada.close();
		grace.post(topic, "still here");
		assertThat(grace.take("MESSAGE").json().path("text").asString()).isEqualTo("still here");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void storesNothingOfATransactionOfWhichAFrameIsRefused(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		ada.done("BEGIN", "", "transaction:t");
		sendIn(ada, topic, "good");
		sendIn(ada, topic, "");
		Frame answer = ada.request("COMMIT", "", "transaction:t");
		assertThat(answer.is("RECEIPT")).isFalse();
		assertThat(answer.code()).isEqualTo("transaction.refused");
		grace.post(topic, "still here");
		assertThat(grace.take("MESSAGE").json().path("text").asString()).isEqualTo("still here");
	}

	/** A DISCONNECT does not wait for a refused transaction. */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void answersADisconnectAfterATransactionThatWasRefused(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		ada.done("BEGIN", "", "transaction:t");
		sendIn(ada, topic, "good");
		sendIn(ada, topic, "");
		assertThat(ada.request("COMMIT", "", "transaction:t").code()).isEqualTo("transaction.refused");
		ada.done("DISCONNECT", "");
		assertThat(ada.awaitClose()).isEqualTo(carrier.isWebSocket() ? 1000 : 0);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void storesNothingOfATransactionOfWhichAnIdIsTaken(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		ada.done("SEND", "{\"text\":\"first\",\"id\":\"1\"}", "destination:/app/chat." + topic);
		ada.done("BEGIN", "", "transaction:t");
		sendIn(ada, topic, "good");
		ada.send("SEND", "{\"text\":\"other\",\"id\":\"1\"}", "destination:/app/chat." + topic, "transaction:t");
		Frame answer = ada.request("COMMIT", "", "transaction:t");
		assertThat(answer.is("RECEIPT")).isFalse();
		assertThat(answer.code()).isEqualTo("id.taken");
		grace.post(topic, "still here");
		assertThat(grace.takeMessages(2)).extracting((frame) -> frame.json().path("text").asString())
			.containsExactly("first", "still here");
	}

	/** Perl's Net::Stomp waits for it before it sends COMMIT. */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void answersAFrameThatATransactionHasTakenAtOnceAndOnce(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic, "ack:client-individual");
		ada.post(topic, "before");
		String ack = ada.take("MESSAGE").header("ack");
		ada.done("BEGIN", "", "transaction:t");
		ada.done("SEND", "{\"text\":\"held\"}", "destination:/app/chat." + topic, "transaction:t");
		ada.done("ACK", "", "id:" + ack, "transaction:t");
		ada.done("COMMIT", "", "transaction:t");
		assertThat(ada.take("MESSAGE").json().path("text").asString()).isEqualTo("held");
		ada.done("SEND", "{\"text\":\"after\"}", "destination:/app/chat." + topic);
		assertThat(ada.has((frame) -> frame.is("RECEIPT"))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void tellsOfARefusedCommitWhereRefusalsAreToldAndGoesOn(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		ada.done("BEGIN", "", "transaction:t");
		ada.done("SEND", "{\"text\":\"good\"}", "destination:/app/chat." + topic, "transaction:t");
		ada.send("SEND", "{\"text\":\"\"}", "destination:/app/chat." + topic, "transaction:t", "receipt:empty");
		Frame answer = ada.request("COMMIT", "", "transaction:t");
		assertThat(answer.is("MESSAGE")).isTrue();
		assertThat(answer.header("destination")).isEqualTo("/user/queue/errors");
		assertThat(answer.code()).isEqualTo("transaction.refused");
		Frame cause = ada.take("MESSAGE");
		assertThat(cause.code()).isEqualTo("text.empty");
		assertThat(cause.json().path("receipt").asString()).isEqualTo("empty");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic);
		ada.post(topic, "the first");
		assertThat(ada.take("MESSAGE").header("seq")).isEqualTo("1");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void boundsATransaction(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.done("BEGIN", "", "transaction:t");
		for (int number = 0; number <= Transactions.MAX_FRAMES; number++) {
			sendIn(ada, topic, "tea " + number);
		}
		assertThat(ada.take("ERROR").code()).isEqualTo("transaction.limit");
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void takesAcknowledgementsInATransaction(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic, "ack:client-individual");
		ada.post(topic, "Hello");
		String ack = ada.take("MESSAGE").header("ack");
		ada.done("BEGIN", "", "transaction:t");
		ada.send("ACK", "", "id:" + ack, "transaction:t");
		ada.done("COMMIT", "", "transaction:t");
		assertThat(ada.request("ACK", "", "id:" + ack).code()).isEqualTo("ack.unknown");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void takesAcknowledgementsAsStomp11NamesThem(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.open(carrier).send("CONNECT", "", "accept-version:1.1", "host:localhost");
		ada.take("CONNECTED");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic, "ack:client");
		ada.post(topic, "Hello");
		String id = ada.take("MESSAGE").header("message-id");
		ada.done("NACK", "", "message-id:" + id, "subscription:1");
		assertThat(ada.request("ACK", "", "message-id:" + id).code()).isEqualTo("frame.header");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void refusesAnUnknownAckMode(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada");
		Frame answer = ada.request("SUBSCRIBE", "", "id:1", "destination:/topic/chat", "ack:later");
		assertThat(answer.code()).isEqualTo("frame.header");
		assertThat(answer.header("receipt-id")).isEqualTo("receipt-1");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void deliversToEachOfTwoSubscriptionsToOneTopic(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic);
		ada.done("SUBSCRIBE", "", "id:2", "destination:/topic/chat." + topic);
		ada.post(topic, "one");
		ada.post(topic, "two");
		assertThat(ada.takeMessages(4)).extracting((frame) -> frame.header("subscription") + frame.header("seq"))
			.containsExactlyInAnyOrder("11", "21", "12", "22");
	}

	private static void sendIn(RawClient client, String topic, String text) {
		client.send("SEND", "{\"text\":\"" + text + "\"}", "destination:/app/chat." + topic, "transaction:t");
	}

}
