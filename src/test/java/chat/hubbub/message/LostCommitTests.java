package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.DatabaseProxy;
import chat.hubbub.fixture.DatabaseProxy.Cut;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.store.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static org.assertj.core.api.Assertions.assertThat;

/** A writer that loses its connection to PostgreSQL at a COMMIT. */
class LostCommitTests {

	/** Stands still, so that the writer tries again until it succeeds. */
	private final AtomicLong clock = new AtomicLong();

	private DatabaseProxy network;

	private TestLog log;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.network = new DatabaseProxy(PostgreSql.port());
		this.log = new TestLog(Database.onPostgreSql(folder, this.network.port()), new Outage(this.clock::get));
		this.log.addTopic("tea");
	}

	@AfterEach
	void close() {
		this.log.close();
		this.network.close();
	}

	@ParameterizedTest
	@EnumSource
	void storesAndShowsMessagesOnce(Cut cut) {
		postThree(cut, false);
	}

	@ParameterizedTest
	@EnumSource
	void storesAndShowsMessagesWithIdsOnce(Cut cut) {
		postThree(cut, true);
		assertThat(seq(this.log.queue(ada("text 1", "id-1")))).isEqualTo(1);
		assertThat(texts()).hasSize(4);
	}

	private void postThree(Cut cut, boolean ids) {
		CompletableFuture<Void> rows = this.log.events().store("rows", this::countUp, Duration.ofHours(1));
		this.network.cutAtCommit(cut);
		List<Post> posts = IntStream.rangeClosed(1, 3)
			.mapToObj((number) -> this.log.queue(ada("text " + number, ids ? "id-" + number : null)))
			.toList();
		assertThat(posts).extracting(LostCommitTests::seq).containsExactly(1L, 2L, 3L);
		this.network.awaitCut();
		assertThat(rows).succeedsWithin(BreakableLog.PATIENCE);
		assertThat(seq(this.log.queue(ada("text 4")))).isEqualTo(4);
		assertThat(texts()).containsExactly("text 1", "text 2", "text 3", "text 4");
		assertThat(this.log.bus().numbers()).containsExactly(1L, 2L, 3L, 4L);
		assertThat(count()).isEqualTo(1);
	}

	/** Events of other kinds bear witness to their commit, too. */
	@ParameterizedTest
	@EnumSource
	void deletesAndEditsOnce(Cut cut) {
		List.of("text 1", "text 2", "text 3").forEach((text) -> this.log.post("tea", text));
		this.network.cutAtCommit(cut);
		switch (cut) {
			case BEFORE_IT_ARRIVES -> this.log.delete("tea", 1);
			case BEFORE_IT_ARRIVES_UNNOTICED -> this.log.edit("tea", 1, "edited");
			case BEFORE_ITS_ANSWER -> this.log.edit("tea", 2, "edited");
		}
		this.network.awaitCut();
		assertThat(this.log.post("tea", "after")).isEqualTo(5);
		assertThat(this.log.bus().numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
	}

	/** Meanwhile it is neither confirmed nor refused, and others are refused. */
	@ParameterizedTest
	@EnumSource
	void answersAMessageInDoubtWhenItIsKnownWhetherItIsStored(Cut cut) {
		this.network.cutAtCommitAndRefuse(cut);
		Post doubtful = this.log.queue(ada("in doubt"));
		this.network.awaitCut();
		this.clock.addAndGet(Outage.PATIENCE_NANOS);
		assertThat(refusal(this.log.queue(ada("refused")))).containsInstanceOf(StoreUnavailable.class);
		assertThat(doubtful.event()).isNotDone();
		this.network.mend();
		this.clock.addAndGet(Outage.RARE_NANOS);
		boolean stored = cut == Cut.BEFORE_ITS_ANSWER;
		Optional<Throwable> refusal = refusal(doubtful);
		assertThat(refusal.isEmpty()).isEqualTo(stored);
		refusal.ifPresent((fault) -> assertThat(fault).isInstanceOf(StoreUnavailable.class));
		assertThat(this.log.post("tea", "after")).isEqualTo(stored ? 2 : 1);
		assertThat(texts()).isEqualTo(stored ? List.of("in doubt", "after") : List.of("after"));
		assertThat(this.log.bus().numbers()).hasSize(texts().size()).startsWith(1L);
	}

	@Test
	void repeatsRowsWithoutMessages() {
		this.network.cutAtCommit(Cut.BEFORE_IT_ARRIVES);
		CompletableFuture<Void> rows = this.log.events().store("rows", this::countUp, Duration.ZERO);
		assertThat(rows).succeedsWithin(BreakableLog.PATIENCE);
		assertThat(count()).isEqualTo(1);
	}

	private void countUp() {
		this.log.database()
			.template()
			.update("insert into follower_cursor values ('rows', 'tea', 1)"
					+ " on conflict (follower, topic) do update set seq = follower_cursor.seq + 1");
	}

	private long count() {
		return this.log.database().client().sql("select seq from follower_cursor").query(Long.class).single();
	}

	private List<String> texts() {
		return this.log.events().after(TEA, 0, 100).stream().map((entry) -> entry.event().text()).toList();
	}

	private static long seq(Post post) {
		return post.event().orTimeout(BreakableLog.PATIENCE.toSeconds(), TimeUnit.SECONDS).join().seq();
	}

	/** Waits for the answer to a message. */
	private static Optional<Throwable> refusal(Post post) {
		return post.event()
			.orTimeout(BreakableLog.PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.handle((stored, refusal) -> Optional.ofNullable(refusal))
			.join();
	}

}
