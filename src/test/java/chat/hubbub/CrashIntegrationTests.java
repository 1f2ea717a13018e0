package chat.hubbub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.fixture.Chatterer;
import chat.hubbub.fixture.Faults;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.StompClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged server is killed under load, again and again on the same data. */
class CrashIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final int ROUNDS = Faults.LONG ? 10 : 3;

	/** The server may have had no work at each kill. */
	private static final int MOST_ROUNDS = 20;

	private static final int MOST_RECEIPTS = 600;

	private final List<Chatterer> people = Stream.of("ada", "grace", "linus").map(Chatterer::new).toList();

	private final long seed = Long.getLong("hubbub.crash.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	@TempDir
	private Path folder;

	private HubbubProcess server;

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void losesNoMessageWhoseReceiptCame(TestReporter reporter) throws Exception {
		reporter.publishEntry("hubbub.crash.seed", "" + this.seed);
		Path data = Files.createDirectory(this.folder.resolve("data"));
		this.server = new HubbubProcess(data);
		int repeated = 0;
		long unfollowed = 0;
		for (int round = 1; round <= ROUNDS || ((repeated == 0 || unfollowed == 0) && round <= MOST_ROUNDS); round++) {
			talkUntilKilled();
			repeated += this.people.stream().mapToInt(Chatterer::unanswered).sum();
			unfollowed += unfollowed(data);
			this.server = new HubbubProcess(data);
			assertThat(storedIds()).as("round %d, seed %d", round, this.seed).containsAll(answered());
			repeatWhatWasNotAnswered();
			assertThat(storedIds()).as("round %d, seed %d", round, this.seed)
				.containsExactlyInAnyOrderElementsOf(answered());
			Awaitility.await().atMost(Inbox.PATIENCE).until(() -> counted() == answered().size());
		}
		// Or else the server was never killed in the middle of its work.
		assertThat(repeated).isPositive();
		assertThat(unfollowed).isPositive();
	}

	/** A fault stops the server in the middle of the work that follows a deletion. */
	@Test
	@SuppressWarnings("try")
	void finishesTheDeletionOfAnAccountAtTheNextStart() throws Exception {
		Path data = Files.createDirectory(this.folder.resolve("data"));
		this.server = new HubbubProcess(data);
		Api eve = new Api(this.server.port());
		assertThat(eve.signUp("eve", PASSWORD).status()).isEqualTo(201);
		try (StompClient client = StompClient.connect(this.server.port(), "login:eve", "passcode:" + PASSWORD)) {
			client.post("/app/chat", "{\"text\":\"mine\"}");
		}
		JdbcTemplate database = database(data);
		try (BrokenTable stuck = new BrokenTable(database, "update of sender on message")) {
			assertThat(eve.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}").status())
				.isEqualTo(204);
			assertThat(new Api(this.server.port()).signUp("eve", PASSWORD).code()).isEqualTo("name.taken");
			this.server.kill();
		}
		this.server = new HubbubProcess(data);
		Awaitility.await()
			.atMost(Inbox.PATIENCE)
			.until(() -> senders(new Api(this.server.port()).history("lobby")).contains("deleted-1"));
		Awaitility.await()
			.atMost(Inbox.PATIENCE)
			.until(() -> new Api(this.server.port()).signUp("eve", PASSWORD).status() == 201);
		assertThat(senders(new Api(this.server.port()).history("lobby"))).containsExactly("deleted-1");
		assertThat(database.queryForObject("select count(*) from audit where act = 'account.deleted'", Integer.class))
			.isEqualTo(1);
	}

	/**
	 * The number of events that a killed server had stored and not followed. The cursors
	 * show exactly the events that a follower has stored.
	 */
	private static long unfollowed(Path data) {
		JdbcTemplate database = database(data);
		long followed = number(database,
				"select coalesce(sum(seq), 0) from follower_cursor where follower = 'posted-count'");
		assertThat(number(database, "select total from posted_count")).isEqualTo(followed);
		return number(database, "select sum(head) from topic") - followed;
	}

	/** The messages that the running server has counted since its first start. */
	private long counted() {
		return new Api(this.server.port()).get("/actuator/metrics/hubbub.messages.posted")
			.json()
			.path("measurements")
			.path(0)
			.path("value")
			.asLong();
	}

	private static long number(JdbcTemplate database, String query) {
		return database.queryForObject(query, Long.class);
	}

	private static JdbcTemplate database(Path data) {
		return new JdbcTemplate(PostgreSql.source(data));
	}

	private static List<String> senders(List<JsonNode> messages) {
		return messages.stream().map((message) -> message.path("sender").asString()).toList();
	}

	private void talkUntilKilled() throws Exception {
		CountDownLatch receipts = new CountDownLatch(1 + this.random.nextInt(MOST_RECEIPTS));
		List<CompletableFuture<Void>> talks = this.people.stream().map((person) -> {
			StompClient client = connect(person);
			return CompletableFuture.runAsync(() -> person.talk(client, receipts::countDown));
		}).toList();
		assertThat(receipts.await(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		this.server.kill();
		talks.forEach(CompletableFuture::join);
	}

	private void repeatWhatWasNotAnswered() {
		for (Chatterer person : this.people) {
			try (StompClient client = connect(person)) {
				person.repeat(client);
			}
		}
	}

	private StompClient connect(Chatterer person) {
		return StompClient.connect(this.server.port(), "login:" + person.login());
	}

	private List<String> answered() {
		return this.people.stream().flatMap((person) -> person.answered().stream()).toList();
	}

	/** The ids of all messages, which are numbered without gaps and are there once. */
	private List<String> storedIds() {
		List<JsonNode> history = new Api(this.server.port()).history("lobby");
		assertThat(history).extracting((message) -> message.path("seq").asLong())
			.isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
		List<String> ids = history.stream().map((message) -> message.path("id").asString()).toList();
		assertThat(ids).doesNotHaveDuplicates();
		return ids;
	}

}
