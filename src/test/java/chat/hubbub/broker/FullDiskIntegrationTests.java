package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A trigger stands for the disk that is full: the store refuses every event. */
class FullDiskIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--spring.profiles.active=developer");

	private final List<BrokenTable> full = new ArrayList<>();

	@AfterEach
	void makeRoom() {
		this.full.forEach(BrokenTable::close);
		this.full.clear();
	}

	@Test
	void leavesReadingOverHttpAloneWhereASessionCannotBeStored() {
		Api browser = server.api();
		browser.signUp("olga", "correct horse");
		fillSessions();
		assertThat(browser.get("/api/topics").status()).isEqualTo(200);
		assertThat(browser.who()).isEqualTo("olga, member");
	}

	@Test
	void changesNoPasswordWhereTheSessionCannotBeStored() {
		Api browser = server.api();
		browser.signUp("linus", "correct horse");
		fillSessions();
		String wanted = "{\"current\":\"correct horse\",\"password\":\"battery staple\"}";
		assertThat(browser.post("/api/account/password", wanted).code()).isEqualTo("store.unavailable");
		assertThat(browser.who()).isEqualTo("linus, member");
		makeRoom();
		assertThat(browser.who()).isEqualTo("linus, member");
		assertThat(server.api().signIn("linus", "battery staple").status()).isEqualTo(401);
		assertThat(server.api().signIn("linus", "correct horse").status()).isEqualTo(200);
		assertThat(browser.post("/api/account/password", wanted).status()).isEqualTo(204);
		assertThat(browser.who()).isEqualTo("linus, member");
		assertThat(server.api().signIn("linus", "battery staple").status()).isEqualTo(200);
	}

	@Test
	void makesNoAccountWhereTheSessionCannotBeStored() {
		fillSessions();
		Api browser = server.api();
		assertThat(browser.signUp("edsger", "correct horse").code()).isEqualTo("store.unavailable");
		assertThat(browser.enter("edsger").code()).isEqualTo("store.unavailable");
		assertThat(browser.who()).isEqualTo("nobody");
		makeRoom();
		assertThat(browser.signUp("edsger-2", "correct horse").status()).isEqualTo(201);
		assertThat(browser.who()).isEqualTo("edsger-2, member");
	}

	private void fillSessions() {
		fill("update on spring_session");
		fill("insert on spring_session");
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

	private void fill() {
		fill("insert on event");
	}

	private void fill(String change) {
		this.full.add(BrokenTable.full(server.bean(JdbcTemplate.class), change));
	}

}
