package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.DiskFault;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StoredInAFile;
import chat.hubbub.fixture.TinyDisk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The data lies on a disk that is full to the last byte. */
@StoredInAFile
class TinyDiskIntegrationTests {

	private static final String TEXT = "tea ".repeat(1000);

	/** More than SQLite may still write into the room that its log has. */
	private static final int MANY = 2000;

	/** After so many in a row there is no room. */
	private static final int REFUSALS = 20;

	/** More than the pool has connections. */
	private static final int ROUNDS = 5;

	@RegisterExtension
	@Order(1)
	static final TinyDisk disk = new TinyDisk();

	@RegisterExtension
	@Order(2)
	static final BrokerServer server = new BrokerServer(disk.folder().resolve("data"),
			"--spring.profiles.active=developer",
			// The disk is so small that Spring Boot reports it as full.
			"--management.health.diskspace.enabled=false");

	@AfterEach
	void makeRoom() {
		disk.makeRoom();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void refusesToPostAndRecoversByItself(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		ada.post(topic, "before");
		disk.fill();
		int stored = 1 + exhaust(ada, topic).size();
		disk.makeRoom();
		ada.post(topic, "after");
		// Refused messages have no numbers, and all messages with receipts are stored.
		List<Long> all = LongStream.rangeClosed(1, stored + 1).boxed().toList();
		assertThat(grace.takeSeqs(stored + 1)).isEqualTo(all);
		RawClient linus = server.connect(carrier, "linus").subscribe("/topic/chat." + topic, "since:0");
		assertThat(linus.takeSeqs(stored + 1)).isEqualTo(all);
	}

	@ParameterizedTest
	@EnumSource
	void storesAllThatItAcknowledgesAndNothingThatItRefuses(DiskFault fault) {
		String topic = server.newTopic();
		RawClient ada = server.connect(Carrier.TCP, "ada").subscribe("/user/queue/errors");
		List<String> stored = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			String name = fault.name().toLowerCase(Locale.ROOT) + "-" + round;
			try {
				fault.begin(disk);
				stored.addAll(exhaust(ada, topic, (fault == DiskFault.FULL) ? REFUSALS : 1));
				assertThat(signUp(name).code()).isEqualTo("store.unavailable");
				assertThat(newTopic(name).code()).isEqualTo("store.unavailable");
				assertThat(server.api().history(topic)).hasSameSizeAs(stored);
			}
			finally {
				fault.end(disk);
			}
			assertThat(post(ada, topic, name)).extracting(Frame::command, Frame::code).containsExactly("RECEIPT", "");
			stored.add(name);
			assertThat(signUp(name).status()).isEqualTo(201);
			assertThat(newTopic(name).status()).isEqualTo(201);
		}
		RawClient linus = server.connect(Carrier.TCP, "linus").subscribe("/topic/chat." + topic, "since:0");
		assertThat(linus.takeMessages(stored.size()).stream().map((message) -> message.json().path("text").asString()))
			.isEqualTo(stored);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void leavesReadingAndLiveTopicsAlone(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		ada.post(topic, "before");
		disk.fill();
		int stored = 1 + exhaust(ada, topic).size();
		RawClient grace = server.connect(carrier, "grace")
			.subscribe("/topic/chat." + topic, "since:0")
			.subscribe("/topic/coin");
		assertThat(grace.takeMessages(stored).get(0).json().path("text").asString()).isEqualTo("before");
		assertThat(new Api(server.port()).history(topic).get(0).path("text").asString()).isEqualTo("before");
		ada.done("SEND", "", "destination:/app/coin");
		assertThat(grace.take("MESSAGE").header("destination")).isEqualTo("/topic/coin");
	}

	@Test
	void saysThatItIsDownAndStillLetsPeopleRead() {
		String topic = server.newTopic();
		Api browser = server.api();
		browser.signUp("olga", "correct horse");
		RawClient ada = server.connect(Carrier.TCP, "ada").subscribe("/user/queue/errors");
		assertThat(browser.get("/actuator/health").status()).isEqualTo(200);
		disk.fill();
		exhaust(ada, topic);
		assertThat(browser.get("/actuator/health").status()).isEqualTo(503);
		assertThat(browser.get("/api/topics/" + topic + "/messages").status()).isEqualTo(200);
		assertThat(browser.who()).isEqualTo("olga, member");
		disk.makeRoom();
		Awaitility.await().until(() -> browser.get("/actuator/health").status() == 200);
	}

	@Test
	void hasNotDoneWhatItAnswersWithAnError() {
		String topic = server.newTopic();
		RawClient ada = server.connect(Carrier.TCP, "ada").subscribe("/user/queue/errors");
		Api member = server.api();
		member.signUp("rosa", "correct horse");
		Api guest = server.api();
		guest.enter("grace");
		disk.fill();
		exhaust(ada, topic);
		assertThat(guest.enter("hopper").code()).isEqualTo("store.unavailable");
		assertThat(server.open(Carrier.TCP).send("CONNECT\nlogin:hopper\n\n\0").take("CONNECTED").header("user-name"))
			.isEqualTo("hopper");
		assertThat(guest.who()).isEqualTo("grace, guest");
		assertThat(guest.delete("/api/session").code()).isEqualTo("store.unavailable");
		assertThat(guest.who()).isEqualTo("grace, guest");
		assertThat(member.post("/api/account/deletion", "{\"password\":\"correct horse\"}").code())
			.isEqualTo("store.unavailable");
		assertThat(member.delete("/api/session").code()).isEqualTo("store.unavailable");
		assertThat(member.who()).isEqualTo("rosa, member");
		disk.makeRoom();
		assertThat(guest.delete("/api/session").status()).isEqualTo(204);
		assertThat(guest.who()).isEqualTo("nobody");
		assertThat(member.delete("/api/session").status()).isEqualTo(204);
		assertThat(member.who()).isEqualTo("nobody");
	}

	private static Api.Answer signUp(String name) {
		return server.api().signUp(name, "correct horse");
	}

	private static Api.Answer newTopic(String name) {
		return server.api().post("/api/topics", "{\"name\":\"" + name.replace('_', '-') + "\"}");
	}

	/**
	 * Posts until the disk is full; returns the stored messages. This takes several
	 * refusals, because SQLite's log may begin again and then has room.
	 */
	private static List<String> exhaust(RawClient client, String topic) {
		return exhaust(client, topic, REFUSALS);
	}

	private static List<String> exhaust(RawClient client, String topic, int refusals) {
		List<String> stored = new ArrayList<>();
		int refused = 0;
		while (refused < refusals) {
			String text = TEXT + stored.size();
			Frame answer = post(client, topic, text);
			if (answer.is("RECEIPT")) {
				stored.add(text);
				refused = 0;
			}
			else {
				assertThat(answer.code()).isEqualTo("store.unavailable");
				refused++;
			}
			assertThat(stored).hasSizeLessThan(MANY);
		}
		return stored;
	}

	private static Frame post(RawClient client, String topic, String text) {
		return client.request("SEND", text, "destination:/app/chat." + topic, "content-type:text/plain");
	}

}
