package chat.hubbub.message;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import chat.hubbub.broker.Batch;
import chat.hubbub.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static chat.hubbub.message.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

class MessageLogTests {

	private BreakableLog log;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.log = new BreakableLog(folder);
	}

	@AfterEach
	void close() throws InterruptedException {
		this.log.close();
	}

	@Test
	void storesBeforeItCompletes() throws Exception {
		Posted posted = this.log.append(ada("Hello"));
		assertThat(this.log.store().after(TEA, 0, 10)).containsExactly(posted);
	}

	@Test
	void storesAndBroadcastsInOneOrder() throws Exception {
		List<Post> entries = IntStream.rangeClosed(1, 500).mapToObj((number) -> ada("" + number)).toList();
		entries.forEach(this.log::queue);
		for (int i = 0; i < entries.size(); i++) {
			assertThat(BreakableLog.await(entries.get(i)).seq()).isEqualTo(i + 1);
		}
		assertThat(this.log.bus().numbers()).isEqualTo(IntStream.rangeClosed(1, 500).mapToObj(Long::valueOf).toList());
	}

	@Test
	void slowsWhoeverPostsWhereReadersCannotFollow() {
		this.log.bus().congest("/topic/chat.tea");
		Batch batch = Batch.ofRead(() -> this.log.queue(ada("Hello")));
		assertThat(batch.isTooMuch()).isTrue();
		assertThat(this.log.messages().slowed()).isEqualTo(1);
		this.log.bus().congest("/topic/chat.coffee");
		assertThat(batch.isTooMuch()).isFalse();
		assertThat(Batch.ofRead(() -> this.log.queue(ada("Hello"))).isTooMuch()).isFalse();
	}

	@Test
	void completesARetryWithWhatWasStoredAndBroadcastsItOnce() throws Exception {
		Posted first = this.log.append(ada("Hello", "1"));
		assertThat(this.log.append(ada("Hello", "1"))).isEqualTo(first);
		this.log.append(ada("Bye"));
		assertThat(this.log.bus().numbers()).containsExactly(1L, 2L);
	}

	@Test
	void refusesAnIdThatStandsForAnotherText() throws Exception {
		this.log.append(ada("Hello", "1"));
		assertThat(this.log.refusalOf(ada("Bye", "1"))).isInstanceOf(IdTaken.class);
	}

	@Test
	void storesWhatIsQueuedWhenItCloses() throws Exception {
		List<Post> group = this.log.queueAsOneGroup(ada("1"), ada("2"), ada("3"));
		this.log.bus().open();
		this.log.messages().destroy();
		assertThat(group).allSatisfy((entry) -> assertThat(entry.event()).isCompleted());
		assertThat(this.log.store().after(TEA, 1, 10)).extracting("text").containsExactly("1", "2", "3");
	}

	@Test
	void refusesWhatComesAfterItClosed() throws Exception {
		this.log.messages().destroy();
		assertThat(this.log.refusalOf(ada("late"))).isInstanceOf(StoreUnavailable.class);
	}

	@Test
	void leavesWhatFindsNoRoomToAThreadThatMayWait() throws Exception {
		this.log
			.queueAsOneGroupLater(IntStream.range(0, LogQueue.BOUND).mapToObj((number) -> ada("" + number)).toList());
		Post late = ada("late");
		Batch batch = CompletableFuture.supplyAsync(() -> Batch.ofPromptRead(() -> this.log.queue(late)))
			.get(BreakableLog.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(batch.isUnfinished()).isTrue();
		assertThat(late.event()).isNotDone();
		this.log.bus().open();
		batch.finish();
		assertThat(BreakableLog.await(late).seq()).isEqualTo(LogQueue.BOUND + 2);
	}

	@Test
	void deletesInTheOrderOfEvents() throws Exception {
		this.log.append(ada("1"));
		Deleted deleted = this.log.delete(1).orElseThrow();
		assertThat(deleted.seq()).isEqualTo(2);
		assertThat(this.log.append(ada("3")).seq()).isEqualTo(3);
		assertThat(this.log.store().after(TEA, 1, 1)).containsExactly(deleted);
		assertThat(this.log.bus().numbers()).containsExactly(1L, 2L, 3L);
		assertThat(this.log.bus().changed()).containsExactly(1L);
		assertThat(this.log.delete(1)).isEmpty();
	}

	@Test
	void storesPostsAndDeletionsInOneCommit() throws Exception {
		this.log.append(ada("1"));
		Post first = post(TEA, "linus", RecordedBus.HALTS, null);
		this.log.queue(first);
		Awaitility.await().atMost(BreakableLog.PATIENCE).until(() -> !this.log.store().after(TEA, 1, 1).isEmpty());
		Deletion deletion = BreakableLog.deletion(1);
		Post post = ada("3");
		this.log.queue(post);
		this.log.messages().append(deletion, deletion.event());
		this.log.attempts().set(0);
		this.log.bus().open();
		assertThat(deletion.event().get(BreakableLog.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isPresent();
		assertThat(BreakableLog.await(post).seq()).isEqualTo(3);
		assertThat(this.log.attempts()).hasValue(1);
	}

	@Test
	void refusesADeletionThatComesAfterItClosed() throws Exception {
		this.log.append(ada("1"));
		this.log.messages().destroy();
		assertThat(this.log.deletionOf(1)).failsWithin(BreakableLog.PATIENCE)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(StoreUnavailable.class);
	}

}
