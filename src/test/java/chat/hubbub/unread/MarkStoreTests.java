package chat.hubbub.unread;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import chat.hubbub.message.TestLog;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

class MarkStoreTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final TopicName tea = new TopicName("tea");

	@TempDir
	private Path folder;

	private TestLog log;

	private MarkStore store;

	@BeforeEach
	void open() {
		this.log = new TestLog(this.folder);
		this.log.database().addAccount(1, "ada");
		this.log.database().addAccount(2, "grace");
		this.store = new MarkStore(this.log.database().client());
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void storesEachChangeAsItIsInMemory() {
		Change[] changes = { Change.preferring(Level.MENTIONS, null), Change.moved(7, false), Change.moved(5, false),
				Change.preferring(null, true), Change.moved(3, true), Change.moved(4, false),
				Change.preferring(Level.ALL, false) };
		Mark mark = Mark.NONE;
		for (Change change : changes) {
			mark = change.of(mark);
			this.store.put(1, this.tea, change);
			assertThat(this.store.marks(1)).as("%s", change).isEqualTo(Map.of(this.tea, mark));
		}
		assertThat(this.store.marks(2)).isEmpty();
	}

	@Test
	void keepsTheFirstStart() {
		assertThat(this.store.start(1)).isEmpty();
		this.store.begin(1, 10);
		this.store.begin(1, 20);
		assertThat(this.store.start(1)).isEqualTo(OptionalLong.of(10));
		this.store.put(1, this.tea, Change.moved(1, false));
		this.store.deleteAll(1);
		assertThat(this.store.start(1)).isEmpty();
		assertThat(this.store.marks(1)).isEmpty();
	}

	@Test
	void findsTheNewestMessages() {
		this.log.postMany("tea", 5);
		this.log.delete("tea", 4);
		this.log.edit("tea", 2, "another text");
		assertThat(this.store.head(this.tea)).isEqualTo(7);
		assertThat(this.store.heads()).containsEntry(this.tea, 7L);
		assertThat(this.store.newest(this.tea, 3)).extracting(Post::seq).containsExactly(5L, 3L, 2L);
	}

	@Test
	void marksCostNoCommitOfTheirOwnWhilePeoplePost() {
		MarkQueue queue = new MarkQueue((rows, within) -> this.log.events().store("marks", rows, within), this.store,
				Duration.ofHours(1), 100);
		CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
		for (int seq = 1; seq <= 20; seq++) {
			last = queue.add(1, this.tea, Change.moved(seq, false));
			queue.add(2, this.tea, Change.moved(seq, false));
			this.log.post("tea", "message " + seq);
		}
		assertThat(this.log.commits()).isEqualTo(20);
		this.log.post("tea", "one more");
		assertThat(last).succeedsWithin(PATIENCE);
		assertThat(this.store.marks(1).get(this.tea)).isEqualTo(new Mark(20L, Level.ALL, false));
	}

}
