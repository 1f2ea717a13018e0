package chat.hubbub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Chatterer;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged server is told to stop, as a service manager does. */
class ShutdownIntegrationTests {

	private static final int GOING_AWAY = 1001;

	/** 128 and the number of SIGTERM. */
	private static final int TERMINATED = 143;

	@TempDir
	private Path folder;

	private Path data;

	@BeforeEach
	void makeDataFolder() throws Exception {
		this.data = Files.createDirectory(this.folder.resolve("data"));
	}

	@Test
	void saysWhereToOpenThePage() throws Exception {
		try (HubbubProcess server = new HubbubProcess(this.data)) {
			assertThat(server.log()).contains("open http://localhost:" + server.port());
		}
	}

	@Test
	void tellsItsClientsAndEnds() throws Exception {
		try (HubbubProcess server = new HubbubProcess(this.data)) {
			StompClient ada = StompClient.connect(server.port(), "login:ada").subscribe("/topic/chat");
			server.terminate();
			assertThat(ada.take("ERROR").code()).isEqualTo("server.stopping");
			assertThat(ada.awaitClose()).isEqualTo(GOING_AWAY);
			assertThat(server.awaitExit()).isIn(0, TERMINATED);
			assertThat(server.log()).doesNotContain("ERROR", "WARN");
		}
	}

	@Test
	void endsWithStatusOneAndASentenceWhereAnotherServerRuns() throws Exception {
		try (HubbubProcess first = new HubbubProcess(this.data);
				HubbubProcess second = HubbubProcess.doomed(this.data)) {
			assertThat(second.awaitExit()).isEqualTo(1);
			assertThat(second.log()).contains("Another Hubbub is using the data folder").doesNotContain("\tat ");
			// The lock dies with its process, however that ends.
			first.kill();
			new HubbubProcess(this.data).close();
		}
	}

	@Test
	void endsWithStatusOneWhereItFailsOnItsWayUp() throws Exception {
		new HubbubProcess(this.data).close();
		try (Connection connection = PostgreSql.source(this.data).getConnection();
				Statement statement = connection.createStatement()) {
			// Found late, when threads of the server run already.
			statement.execute("drop table topic_member");
		}
		try (HubbubProcess server = HubbubProcess.doomed(this.data)) {
			assertThat(server.awaitExit()).isEqualTo(1);
		}
	}

	@Test
	void storesWhatItTookBeforeItEnds() throws Exception {
		Chatterer grace = new Chatterer("grace");
		try (HubbubProcess server = new HubbubProcess(this.data)) {
			CountDownLatch receipts = new CountDownLatch(200);
			StompClient client = StompClient.connect(server.port(), "login:grace");
			CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> grace.talk(client, receipts::countDown));
			assertThat(receipts.await(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			server.terminate();
			talk.join();
			assertThat(server.awaitExit()).isIn(0, TERMINATED);
		}
		try (HubbubProcess server = new HubbubProcess(this.data)) {
			List<String> stored = new Api(server.port()).history("lobby")
				.stream()
				.map((message) -> message.path("id").asString())
				.toList();
			assertThat(stored).containsAll(grace.answered()).doesNotHaveDuplicates();
		}
	}

}
