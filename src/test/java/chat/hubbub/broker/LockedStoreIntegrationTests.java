package chat.hubbub.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StoreLock;
import chat.hubbub.fixture.StoredInAFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Another program has the database locked for longer than the server waits. */
@StoredInAFile
class LockedStoreIntegrationTests {

	private static final Path DATA = folder();

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(DATA,
			"--spring.datasource.url=jdbc:sqlite:" + DATA.resolve("hubbub.db")
					+ "?journal_mode=WAL&synchronous=FULL&busy_timeout=100&transaction_mode=IMMEDIATE");

	/** More rounds than the pool has connections. */
	private static final int ROUNDS = 6;

	@Test
	@SuppressWarnings("try")
	void storesAllThatItAcknowledgesAndNothingThatItRefuses() {
		String topic = server.newTopic();
		RawClient ada = server.connect(Carrier.TCP, "ada").subscribe("/user/queue/errors");
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + topic);
		for (int round = 0; round < ROUNDS; round++) {
			try (StoreLock lock = new StoreLock(DATA)) {
				refusesToStore(ada, topic, "refused-" + round);
			}
			stores(ada, topic, "stored-" + round);
		}
		assertThat(texts(topic)).containsExactly("stored-0", "stored-1", "stored-2", "stored-3", "stored-4",
				"stored-5");
		assertThat(grace.takeSeqs(ROUNDS)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
	}

	private static void refusesToStore(RawClient ada, String topic, String name) {
		assertThat(ada.request("SEND", "{\"text\":\"" + name + "\"}", "destination:/app/chat." + topic).code())
			.isEqualTo("store.unavailable");
		assertThat(signUp(name).code()).isEqualTo("store.unavailable");
		assertThat(create(name).code()).isEqualTo("store.unavailable");
	}

	/** The names that were refused are free. */
	private static void stores(RawClient ada, String topic, String name) {
		ada.post(topic, name);
		assertThat(signUp(name.replace("stored", "refused")).status()).isEqualTo(201);
		assertThat(create(name.replace("stored", "refused")).status()).isEqualTo(201);
	}

	private static Api.Answer signUp(String name) {
		return server.api().signUp(name, "correct horse");
	}

	private static Api.Answer create(String name) {
		return server.api().post("/api/topics", "{\"name\":\"" + name + "\"}");
	}

	private static List<String> texts(String topic) {
		return server.api().history(topic).stream().map((event) -> event.path("text").asString()).toList();
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("hubbub");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
