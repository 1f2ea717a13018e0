package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import chat.hubbub.broker.Batch;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.StoreLock;
import chat.hubbub.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static chat.hubbub.message.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MessageLogTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	private Path folder;

	private final RecordedBus bus = new RecordedBus();

	private Database database;

	private MessageStore store;

	private final AtomicInteger attempts = new AtomicInteger();

	private volatile String broken = "";

	private MessageLog log;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder, 100);
		this.database.addTopic("tea");
		this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
		}, new FakeClock(), Ownership.SOLE) {

			@Override
			Commit store(List<Unit> units, List<Addition> additions) {
				MessageLogTests.this.attempts.incrementAndGet();
				if (units.stream().flatMap((unit) -> unit.wishes().stream()).anyMatch((wish) -> isBroken(wish))) {
					throw new OutOfMemoryError("on purpose");
				}
				return super.store(units, additions);
			}

		};
		this.log = new MessageLog(this.store, this.bus, this.bus.publication());
	}

	@AfterEach
	void close() throws InterruptedException {
		this.bus.open();
		this.log.destroy();
		this.database.close();
	}

	@Test
	void storesBeforeItCompletes() throws Exception {
		Posted posted = append(ada("Hello"));
		assertThat(this.store.after(TEA, 0, 10)).containsExactly(posted);
	}

	@Test
	void storesAndBroadcastsInOneOrder() throws Exception {
		List<Post> entries = IntStream.rangeClosed(1, 500).mapToObj((number) -> ada("" + number)).toList();
		entries.forEach(this::queue);
		for (int i = 0; i < entries.size(); i++) {
			assertThat(await(entries.get(i)).seq()).isEqualTo(i + 1);
		}
		assertThat(this.bus.numbers()).isEqualTo(IntStream.rangeClosed(1, 500).mapToObj(Long::valueOf).toList());
	}

	@Test
	void slowsWhoeverPostsWhereReadersCannotFollow() {
		this.bus.congest("/topic/chat.tea");
		Batch batch = Batch.ofRead(() -> queue(ada("Hello")));
		assertThat(batch.isTooMuch()).isTrue();
		assertThat(this.log.slowed()).isEqualTo(1);
		this.bus.congest("/topic/chat.coffee");
		assertThat(batch.isTooMuch()).isFalse();
		assertThat(Batch.ofRead(() -> queue(ada("Hello"))).isTooMuch()).isFalse();
	}

	@Test
	void completesARetryWithWhatWasStoredAndBroadcastsItOnce() throws Exception {
		Posted first = append(ada("Hello", "1"));
		assertThat(append(ada("Hello", "1"))).isEqualTo(first);
		append(ada("Bye"));
		assertThat(this.bus.numbers()).containsExactly(1L, 2L);
	}

	@Test
	void refusesAnIdThatStandsForAnotherText() throws Exception {
		append(ada("Hello", "1"));
		assertThat(refusalOf(ada("Bye", "1"))).isInstanceOf(IdTaken.class);
	}

	@Test
	void failsTheEntryThatTheStoreRefusesAndStoresTheOthersOfItsGroup() throws Exception {
		this.database.breakFor("broken");
		List<Post> group = queueAsOneGroup(ada("before"), ada("broken"), ada("after"));
		assertThat(await(group.get(0)).seq()).isEqualTo(2);
		assertThat(await(group.get(2)).seq()).isEqualTo(3);
		assertThat(faultOf(group.get(1))).isInstanceOf(StoreUnavailable.class);
		assertThat(this.bus.numbers()).containsExactly(1L, 2L, 3L);
	}

	@Test
	void storesAgainOnceTheStoreIsBack() throws Exception {
		this.database.breakFor("Hello");
		assertThat(refusalOf(ada("Hello"))).isInstanceOf(StoreUnavailable.class);
		this.database.repair();
		assertThat(append(ada("Hello")).seq()).isEqualTo(1);
	}

	@Test
	void saysOnceThatTheStoreFailsAndOnceThatItIsBack(CapturedOutput output) throws Exception {
		this.database.breakFor("Hello");
		for (int i = 0; i < 3; i++) {
			assertThat(refusalOf(ada("Hello"))).isInstanceOf(StoreUnavailable.class);
		}
		this.database.repair();
		append(ada("Hello"));
		append(ada("Hello"));
		assertThat(output.getAll().split("cannot be stored", -1)).hasSize(2);
		assertThat(output.getAll().split("stored again", -1)).hasSize(2);
	}

	@Test
	void refusesWhatFailsByAnErrorAndStoresTheOthersOfItsGroup() throws Exception {
		this.broken = "broken";
		List<Post> group = queueAsOneGroup(ada("before"), ada("broken"), ada("after"));
		assertThat(await(group.get(0)).seq()).isEqualTo(2);
		assertThat(await(group.get(2)).seq()).isEqualTo(3);
		assertThat(faultOf(group.get(1))).isInstanceOf(StoreUnavailable.class);
	}

	@Test
	@SuppressWarnings("try")
	void waitsForALockOnceForAllOfAGroup() throws Exception {
		Post first = post(TEA, "linus", RecordedBus.HALTS, null);
		queue(first);
		Awaitility.await().atMost(PATIENCE).until(() -> !this.store.after(TEA, 0, 1).isEmpty());
		List<Post> group = IntStream.range(0, 20).mapToObj((number) -> ada("" + number)).toList();
		group.forEach(this::queue);
		try (StoreLock lock = new StoreLock(this.folder)) {
			this.bus.open();
			for (Post entry : group) {
				assertThat(faultOf(entry)).isInstanceOf(StoreUnavailable.class);
			}
		}
		assertThat(this.attempts).hasValue(2);
		assertThat(append(ada("after")).seq()).isEqualTo(2);
	}

	@Test
	void tellsOfAWriterThatIsSilent() {
		MessageLogHealthIndicator health = new MessageLogHealthIndicator(this.log);
		assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
		assertThat(health.health(System.nanoTime() + TimeUnit.SECONDS.toNanos(6)).getDetails()).containsEntry("reason",
				"The message log has not answered for 5 s");
	}

	@Test
	void outlivesABroadcastThatFails() throws Exception {
		assertThat(append(ada(RecordedBus.BREAKS)).seq()).isEqualTo(1);
		assertThat(append(ada("Hello")).seq()).isEqualTo(2);
		assertThat(this.bus.numbers()).containsExactly(2L);
	}

	@Test
	void storesWhatIsQueuedWhenItCloses() throws Exception {
		List<Post> group = queueAsOneGroup(ada("1"), ada("2"), ada("3"));
		this.bus.open();
		this.log.destroy();
		assertThat(group).allSatisfy((entry) -> assertThat(entry.event()).isCompleted());
		assertThat(this.store.after(TEA, 1, 10)).extracting("text").containsExactly("1", "2", "3");
	}

	@Test
	void refusesWhatComesAfterItClosed() throws Exception {
		this.log.destroy();
		assertThat(refusalOf(ada("late"))).isInstanceOf(StoreUnavailable.class);
	}

	@Test
	void leavesWhatFindsNoRoomToAThreadThatMayWait() throws Exception {
		queueAsOneGroupLater(IntStream.range(0, LogQueue.BOUND).mapToObj((number) -> ada("" + number)).toList());
		Post late = ada("late");
		Batch batch = CompletableFuture.supplyAsync(() -> Batch.ofPromptRead(() -> queue(late)))
			.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(batch.isUnfinished()).isTrue();
		assertThat(late.event()).isNotDone();
		this.bus.open();
		batch.finish();
		assertThat(await(late).seq()).isEqualTo(LogQueue.BOUND + 2);
	}

	@Test
	void deletesInTheOrderOfEvents() throws Exception {
		append(ada("1"));
		Deleted deleted = delete(1).orElseThrow();
		assertThat(deleted.seq()).isEqualTo(2);
		assertThat(append(ada("3")).seq()).isEqualTo(3);
		assertThat(this.store.after(TEA, 1, 1)).containsExactly(deleted);
		assertThat(this.bus.numbers()).containsExactly(1L, 2L, 3L);
		assertThat(this.bus.changed()).containsExactly(1L);
		assertThat(delete(1)).isEmpty();
	}

	@Test
	void storesPostsAndDeletionsInOneCommit() throws Exception {
		append(ada("1"));
		Post first = post(TEA, "linus", RecordedBus.HALTS, null);
		queue(first);
		Awaitility.await().atMost(PATIENCE).until(() -> !this.store.after(TEA, 1, 1).isEmpty());
		Deletion deletion = deletion(1);
		Post post = ada("3");
		queue(post);
		this.log.append(deletion, deletion.event());
		this.attempts.set(0);
		this.bus.open();
		assertThat(deletion.event().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isPresent();
		assertThat(await(post).seq()).isEqualTo(3);
		assertThat(this.attempts).hasValue(1);
	}

	@Test
	void goesOnAfterADeletionThatFailed() throws Exception {
		append(ada("1"));
		this.database.breakErasing();
		assertThat(deletionOf(1)).failsWithin(PATIENCE)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(StoreUnavailable.class);
		assertThat(append(ada("2")).seq()).isEqualTo(2);
		assertThat(this.bus.changed()).isEmpty();
	}

	@Test
	void refusesADeletionThatComesAfterItClosed() throws Exception {
		append(ada("1"));
		this.log.destroy();
		assertThat(deletionOf(1)).failsWithin(PATIENCE)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(StoreUnavailable.class);
	}

	private static Deletion deletion(long seq) {
		return new Deletion(TEA, ada("x").author(), seq, "ada");
	}

	private CompletableFuture<Optional<Deleted>> deletionOf(long seq) {
		Deletion deletion = deletion(seq);
		this.log.append(deletion, deletion.event());
		return deletion.event();
	}

	private Optional<Deleted> delete(long seq) throws Exception {
		return deletionOf(seq).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	private void queue(Post post) {
		this.log.append(post, post.event());
	}

	private boolean isBroken(Wish wish) {
		return wish instanceof Post post && post.draft().text().equals(this.broken);
	}

	/** They wait behind an entry whose broadcast is held up, and so form one group. */
	private List<Post> queueAsOneGroup(Post... entries) {
		queueAsOneGroupLater(List.of(entries));
		this.bus.open();
		return List.of(entries);
	}

	private void queueAsOneGroupLater(List<Post> entries) {
		Post first = post(TEA, "linus", RecordedBus.HALTS, null);
		queue(first);
		Awaitility.await().atMost(PATIENCE).until(() -> !this.store.after(TEA, 0, 1).isEmpty());
		entries.forEach(this::queue);
	}

	private Posted append(Post entry) throws Exception {
		queue(entry);
		return await(entry);
	}

	private static Posted await(Post entry) throws Exception {
		return entry.event().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	private Throwable refusalOf(Post entry) throws Exception {
		queue(entry);
		return faultOf(entry);
	}

	private static Throwable faultOf(Post entry) throws Exception {
		try {
			throw new AssertionError("It was stored: " + await(entry));
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

}
