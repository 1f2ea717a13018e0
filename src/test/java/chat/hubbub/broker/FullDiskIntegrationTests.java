package chat.hubbub.broker;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A trigger stands for the disk that is full: the store refuses every event. */
class FullDiskIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--spring.profiles.active=developer");

	@AfterEach
	void makeRoom() {
		server.bean(JdbcTemplate.class).execute("drop trigger if exists full");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void refusesToPostAndRecoversByItself(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		ada.post(topic, "before");
		fill();
		Frame answer = ada.request("SEND", "{\"text\":\"lost\"}", "destination:/app/chat." + topic);
		assertThat(answer.code()).isEqualTo("store.unavailable");
		makeRoom();
		ada.post(topic, "after");
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:0");
		assertThat(grace.takeMessages(2)).extracting((frame) -> frame.json().path("text").asString())
			.containsExactly("before", "after");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void leavesReadingAndLiveTopicsAlone(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.post(topic, "before");
		fill();
		RawClient grace = server.connect(carrier, "grace")
			.subscribe("/topic/chat." + topic, "since:0")
			.subscribe("/topic/coin");
		assertThat(grace.take("MESSAGE").json().path("text").asString()).isEqualTo("before");
		ada.done("SEND", "", "destination:/app/coin");
		assertThat(grace.take("MESSAGE").header("destination")).isEqualTo("/topic/coin");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void answersACommitUnderItsOwnReceipt(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.done("BEGIN", "", "transaction:t");
		ada.send("SEND", "{\"text\":\"lost\"}", "destination:/app/chat." + topic, "transaction:t");
		fill();
		Frame answer = ada.request("COMMIT", "", "transaction:t");
		assertThat(answer.is("ERROR")).isTrue();
		assertThat(answer.code()).isEqualTo("store.unavailable");
		assertThat(answer.header("receipt-id")).isEqualTo("receipt-2");
		ada.awaitClose();
	}

	private static void fill() {
		server.bean(JdbcTemplate.class)
			.execute("create trigger full before insert on event begin select raise(abort, 'disk full'); end");
	}

}
