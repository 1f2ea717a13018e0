package chat.hubbub.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Faults;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged server is killed while messages come and go: before the index has an
 * erased text, after it, and in between.
 */
class SearchCrashIntegrationTests {

	private static final int ROUNDS = Faults.LONG ? 5 : 2;

	/** The index may have caught up at each kill. */
	private static final int MOST_ROUNDS = 20;

	private static final int MOST_RECEIPTS = 300;

	private final long seed = Long.getLong("hubbub.crash.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	/** The words of messages that are there to stay, and of those that are gone. */
	private final Set<String> kept = ConcurrentHashMap.newKeySet();

	private final Set<String> gone = ConcurrentHashMap.newKeySet();

	@TempDir
	private Path folder;

	@Test
	void theIndexHasThePresentTextsAndNothingElse(TestReporter reporter) throws Exception {
		reporter.publishEntry("hubbub.crash.seed", "" + this.seed);
		Path data = Files.createDirectory(this.folder.resolve("data"));
		JdbcTemplate database = new JdbcTemplate(PostgreSql.source(data));
		long behind = 0;
		for (int round = 1; round <= ROUNDS || (behind == 0 && round <= MOST_ROUNDS); round++) {
			try (HubbubProcess server = new HubbubProcess(data)) {
				talkUntilKilled(server, "r" + round + "n");
			}
			behind += database.queryForObject("select sum(head) from topic", Long.class) - database.queryForObject(
					"select coalesce(sum(seq), 0) from follower_cursor where follower = 'search'", Long.class);
			try (HubbubProcess server = new HubbubProcess(data)) {
				Indexed.await(database);
				check(new Api(server.port()));
				server.terminate();
				server.awaitExit();
			}
			String bytes = Stored.in(data);
			assertThat(this.gone).as("seed %d", this.seed).noneMatch(bytes::contains);
			assertThat(this.kept).as("seed %d", this.seed).allMatch(bytes::contains);
		}
		// Or else the server was never killed in the middle of its work.
		assertThat(behind).isPositive();
		assertThat(this.gone).isNotEmpty();
	}

	private void talkUntilKilled(HubbubProcess server, String words) throws Exception {
		CountDownLatch receipts = new CountDownLatch(1 + this.random.nextInt(MOST_RECEIPTS));
		StompClient client = StompClient.connect(server.port(), "login:ada");
		client.subscribe("/topic/chat");
		CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(client, words, receipts));
		assertThat(receipts.await(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		server.kill();
		talk.join();
	}

	/** Of three messages, one stays, one is deleted and one is edited. */
	private void talk(StompClient client, String words, CountDownLatch receipts) {
		try {
			for (int number = 0; true; number++) {
				String word = words + number + "n";
				client.post("/app/chat", "{\"text\":\"I say " + word + "\"}");
				if (number % 3 == 0) {
					this.kept.add(word);
				}
				else {
					erase(client, number % 3 == 1, word);
				}
				receipts.countDown();
			}
		}
		catch (CompletionException | Inbox.Ended ex) {
			client.awaitClose();
		}
	}

	private void erase(StompClient client, boolean delete, String word) {
		long seq = client.inbox()
			.take((frame) -> frame.is("MESSAGE") && frame.json().path("text").asString().endsWith(word))
			.json()
			.path("seq")
			.asLong();
		if (delete) {
			client.post("/app/delete", "{\"target\":" + seq + "}");
		}
		else {
			String other = "e" + word.substring(1);
			client.post("/app/edit", "{\"target\":" + seq + ",\"text\":\"now " + other + "\"}");
			this.kept.add(other);
		}
		this.gone.add(word);
	}

	private void check(Api api) {
		for (String word : this.kept) {
			assertThat(texts(api, word)).as("%s, seed %d", word, this.seed).hasSize(1);
		}
		for (String word : this.gone) {
			assertThat(texts(api, word)).as("%s, seed %d", word, this.seed).isEmpty();
		}
		// Also those whose receipt did not come.
		for (JsonNode message : api.history("lobby")) {
			String text = message.path("text").asString();
			if (!text.isEmpty()) {
				assertThat(texts(api, text.substring(text.lastIndexOf(' ') + 1))).containsExactly(text);
			}
		}
	}

	/** The texts with a whole word. */
	private static List<String> texts(Api api, String word) {
		return api.get("/api/search?limit=200&q=%22" + word + "%22")
			.list()
			.stream()
			.map((hit) -> hit.path("text").asString())
			.toList();
	}

}
