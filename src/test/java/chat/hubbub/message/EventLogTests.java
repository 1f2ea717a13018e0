package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.store.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

class EventLogTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration LONG = Duration.ofHours(1);

	@TempDir
	private Path folder;

	private TestLog log;

	private final AtomicInteger places = new AtomicInteger();

	private JdbcTemplate jdbc;

	@BeforeEach
	void open() {
		this.log = new TestLog(this.folder);
		this.jdbc = this.log.database().template();
		this.jdbc.execute("create table note (place integer, text varchar(64) not null)");
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void storesRowsWithTheNextMessage() {
		CompletableFuture<Void> first = note("first", LONG);
		CompletableFuture<Void> second = note("second", LONG);
		this.log.post("tea", "1");
		assertThat(first).succeedsWithin(PATIENCE);
		assertThat(second).succeedsWithin(PATIENCE);
		assertThat(notes()).containsExactly("first", "second");
		assertThat(this.log.commits()).isEqualTo(1);
	}

	@Test
	void storesAllRowsInOneCommitIfThereAreNoMessages() {
		CompletableFuture<Void> waiting = note("waiting", LONG);
		CompletableFuture<Void> due = note("due", Duration.ofMillis(1));
		assertThat(due).succeedsWithin(PATIENCE);
		assertThat(waiting).succeedsWithin(PATIENCE);
		assertThat(this.log.commits()).isEqualTo(1);
	}

	@Test
	void undoesOnlyTheRowsOfWhatFails() throws Exception {
		CompletableFuture<Void> before = note("before", LONG);
		CompletableFuture<Void> broken = this.log.events().store("rows", () -> {
			insert("broken");
			throw new IllegalStateException("on purpose");
		}, LONG);
		CompletableFuture<Void> after = note("after", LONG);
		assertThat(this.log.post("tea", "1")).isEqualTo(1);
		assertThat(faultOf(broken)).hasMessage("on purpose");
		assertThat(before).succeedsWithin(PATIENCE);
		assertThat(after).succeedsWithin(PATIENCE);
		assertThat(notes()).containsExactly("before", "after");
		assertThat(this.log.commits()).isEqualTo(1);
	}

	/** A connection with a fault of this kind is closed, which ends its transaction. */
	@Test
	void storesMessagesAndOtherRowsThoughOneEndsTheTransaction() throws Exception {
		CompletableFuture<Void> before = note("before", LONG);
		CompletableFuture<Void> broken = this.log.events()
			.store("rows", () -> this.jdbc.update("insert into absent values (1)"), LONG);
		assertThat(this.log.post("tea", "1")).isEqualTo(1);
		assertThat(this.log.post("tea", "2")).isEqualTo(2);
		assertThat(faultOf(broken)).isInstanceOf(Exception.class).rootCause().hasMessageContaining("absent");
		assertThat(before).succeedsWithin(PATIENCE);
		assertThat(notes()).containsExactly("before");
	}

	@Test
	void storesRowsThoughAMessageOfTheGroupCannotBeStored() throws Exception {
		this.log.database().breakFor("broken");
		CompletableFuture<Void> rows = note("rows", LONG);
		assertThat(faultOf(this.log.postLater("tea", "broken").toCompletableFuture()))
			.isInstanceOf(StoreUnavailable.class);
		this.log.database().repair();
		assertThat(this.log.post("tea", "1")).isEqualTo(1);
		assertThat(rows).succeedsWithin(PATIENCE);
		assertThat(notes()).containsExactly("rows");
	}

	@Test
	void takesATransactionOfTheRowsIntoThatOfTheGroup() throws Exception {
		TransactionOperations transactions = this.log.database().transactions();
		CompletableFuture<Void> broken = this.log.events().store("rows", () -> {
			transactions.executeWithoutResult((status) -> insert("lost"));
			throw new IllegalStateException("on purpose");
		}, Duration.ZERO);
		assertThat(faultOf(broken)).hasMessage("on purpose");
		CompletableFuture<Void> rolledBack = this.log.events()
			.store("rows", () -> transactions.executeWithoutResult((status) -> {
				insert("lost");
				status.setRollbackOnly();
			}), Duration.ZERO);
		assertThat(faultOf(rolledBack)).hasMessageContaining("rolled back");
		assertThat(notes()).isEmpty();
	}

	@Test
	void storesWaitingRowsWhenItCloses() {
		CompletableFuture<Void> rows = note("rows", LONG);
		this.log.stop();
		assertThat(rows).isCompleted();
		assertThat(notes()).containsExactly("rows");
	}

	@Test
	void refusesRowsAfterItClosed() throws Exception {
		this.log.stop();
		assertThat(faultOf(note("late", LONG))).isInstanceOf(StoreUnavailable.class);
	}

	@Test
	@SuppressWarnings("try")
	void refusesRowsThatTheStoreCannotTake() throws Exception {
		try (BrokenTable note = new BrokenTable(this.jdbc, "insert on note")) {
			assertThat(faultOf(note("lost", Duration.ZERO))).isInstanceOf(Exception.class);
			assertThat(this.log.post("tea", "1")).isEqualTo(1);
		}
		assertThat(note("found", Duration.ZERO)).succeedsWithin(PATIENCE);
		assertThat(notes()).containsExactly("found");
	}

	@Test
	void tellsNewEventsWithTheirAuthors() throws Exception {
		BlockingQueue<Committed> told = new LinkedBlockingQueue<>();
		this.log.events().onCommit(told::add);
		this.log.post("tea", "1");
		assertThat(told.poll(30, TimeUnit.SECONDS).entries()).containsExactlyElementsOf(stored(0));
		this.log.delete("tea", 1);
		Committed deletion = told.poll(30, TimeUnit.SECONDS);
		assertThat(deletion.entries()).singleElement()
			.satisfies((entry) -> assertThat(entry.author()).isEqualTo("grace"))
			.isEqualTo(stored(1).get(0));
		assertThat(deletion.changed()).singleElement().isEqualTo(stored(0).get(0).event());
		assertThat(stored(0).get(0).author()).isEqualTo("ada");
	}

	private List<LogEntry> stored(long after) {
		return this.log.events().after(Posts.TEA, after, 1);
	}

	private CompletableFuture<Void> note(String text, Duration within) {
		return this.log.events().store("rows", () -> insert(text), within);
	}

	private void insert(String text) {
		this.jdbc.update("insert into note values (?, ?)", this.places.incrementAndGet(), text);
	}

	private List<String> notes() {
		return this.jdbc.queryForList("select text from note order by place", String.class);
	}

	private static Throwable faultOf(CompletableFuture<?> future) throws Exception {
		try {
			throw new AssertionError("It was stored: " + future.get(30, TimeUnit.SECONDS));
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

}
