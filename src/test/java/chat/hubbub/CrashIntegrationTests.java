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
import chat.hubbub.fixture.Chatterer;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged server is killed under load, again and again on the same data. */
class CrashIntegrationTests {

	private static final int ROUNDS = 10;

	private static final int MOST_RECEIPTS = 600;

	private final List<Chatterer> people = Stream.of("ada", "grace", "linus").map(Chatterer::new).toList();

	private final long seed = Long.getLong("hubbub.crash.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	@TempDir
	private Path folder;

	private Path data;

	@Test
	void losesNoMessageWhoseReceiptCame(TestReporter reporter) throws Exception {
		reporter.publishEntry("hubbub.crash.seed", "" + this.seed);
		this.data = Files.createDirectory(this.folder.resolve("data"));
		int repeated = 0;
		for (int round = 1; round <= ROUNDS; round++) {
			talkUntilKilled();
			repeated += this.people.stream().mapToInt(Chatterer::unanswered).sum();
			try (HubbubProcess server = new HubbubProcess(this.data)) {
				assertThat(ids(history(server))).as("round %d, seed %d", round, this.seed).containsAll(answered());
				repeatWhatWasNotAnswered(server);
				assertThat(ids(history(server))).as("round %d, seed %d", round, this.seed)
					.containsExactlyInAnyOrderElementsOf(answered());
			}
		}
		// Or else the server was never killed in the middle of its work.
		assertThat(repeated).isPositive();
	}

	private void talkUntilKilled() throws Exception {
		CountDownLatch receipts = new CountDownLatch(1 + this.random.nextInt(MOST_RECEIPTS));
		try (HubbubProcess server = new HubbubProcess(this.data)) {
			List<CompletableFuture<Void>> talks = this.people.stream().map((person) -> {
				StompClient client = StompClient.connect(server.port(), "login:" + person.login());
				return CompletableFuture.runAsync(() -> person.talk(client, receipts::countDown));
			}).toList();
			assertThat(receipts.await(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			server.kill();
			talks.forEach(CompletableFuture::join);
		}
	}

	private void repeatWhatWasNotAnswered(HubbubProcess server) {
		for (Chatterer person : this.people) {
			try (StompClient client = StompClient.connect(server.port(), "login:" + person.login())) {
				person.repeat(client);
			}
		}
	}

	private List<String> answered() {
		return this.people.stream().flatMap((person) -> person.answered().stream()).toList();
	}

	private static List<JsonNode> history(HubbubProcess server) {
		List<JsonNode> history = new Api(server.port()).history("lobby");
		assertThat(history).extracting((message) -> message.path("seq").asLong())
			.isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
		return history;
	}

	private static List<String> ids(List<JsonNode> history) {
		List<String> ids = history.stream().map((message) -> message.path("id").asString()).toList();
		assertThat(ids).doesNotHaveDuplicates();
		return ids;
	}

}
