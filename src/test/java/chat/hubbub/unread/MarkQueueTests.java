package chat.hubbub.unread;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import chat.hubbub.message.TwoWriters;
import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MarkQueueTests {

	private static final int ROOM = 5;

	private final TopicName tea = new TopicName("tea");

	private final TopicName jam = new TopicName("jam");

	/** The calls that are under way. */
	private final List<Runnable> calls = new ArrayList<>();

	private CompletableFuture<Void> commit = new CompletableFuture<>();

	private final List<String> written = new ArrayList<>();

	private final MarkQueue queue = new MarkQueue(this::store, new Written(), Duration.ZERO, ROOM);

	@Test
	void storesOneBatchAtATimeWithOneChangeOfEachMark() {
		CompletableFuture<Void> first = this.queue.add(1, this.tea, Change.moved(5, false));
		this.queue.begin(1, 77);
		CompletableFuture<Void> later = this.queue.add(1, this.tea, Change.moved(6, false));
		this.queue.add(1, this.tea, Change.moved(8, false));
		this.queue.add(2, this.tea, Change.moved(2, true));
		assertThat(this.calls).hasSize(1);
		complete();
		first.join();
		assertThat(this.written).containsExactly("1 tea 5");
		assertThat(later).isNotDone();
		complete();
		later.join();
		assertThat(this.written).containsExactlyInAnyOrder("1 tea 5", "1 since 77", "1 tea 8", "2 tea 2");
		assertThat(this.calls).isEmpty();
	}

	@Test
	void storesInTheOrderOfAccountsAndTopics() {
		this.queue.add(9, this.tea, Change.moved(1, false));
		// In a hash table of 16, these accounts have one place, in the order of their
		// coming.
		for (long account : List.of(33L, 17L, 1L)) {
			this.queue.add(account, this.tea, Change.moved(1, false));
		}
		complete();
		this.written.clear();
		complete();
		assertThat(this.written).containsExactly("1 tea 1", "17 tea 1", "33 tea 1");
		this.written.clear();
		this.queue.add(1, this.tea, Change.moved(2, false));
		this.queue.add(1, this.tea, Change.moved(3, false));
		this.queue.add(1, this.jam, Change.moved(3, false));
		complete();
		complete();
		assertThat(this.written).containsExactly("1 tea 2", "1 jam 3", "1 tea 3");
	}

	/** Two nodes that get the same marks in opposite orders. */
	@Test
	void neverLetsTwoNodesWaitForEachOther(@TempDir Path folder) {
		try (TwoWriters writers = new TwoWriters(folder)) {
			List<CompletableFuture<Void>> stored = List.of(store(writers.here(), 1, 17), store(writers.there(), 17, 1));
			assertThat(stored).allSatisfy((each) -> assertThat(each).succeedsWithin(Duration.ofSeconds(30)));
		}
	}

	private static CompletableFuture<Void> store(TwoWriters.Writer node, long... accounts) {
		List<Runnable> batches = new ArrayList<>();
		List<CompletableFuture<Void>> commits = new ArrayList<>();
		MarkQueue queue = new MarkQueue((rows, within) -> {
			batches.add(rows);
			commits.add(new CompletableFuture<>());
			return commits.get(commits.size() - 1);
		}, new MarkQueue.Rows() {

			@Override
			public void begin(long account, long time) {
				throw new UnsupportedOperationException("No account begins");
			}

			@Override
			public void put(long account, TopicName topic, Change change) {
				node.write(account + " " + topic);
			}

		}, Duration.ZERO, accounts.length + 1);
		queue.add(0, new TopicName("tea"), Change.moved(1, false));
		for (long account : accounts) {
			queue.add(account, new TopicName("tea"), Change.moved(1, false));
		}
		commits.get(0).complete(null);
		return node.store("marks", batches.get(1), Duration.ZERO);
	}

	@Test
	void knowsWhatIsNotStoredYet() {
		this.queue.add(1, this.tea, Change.moved(5, false));
		this.queue.add(1, this.tea, Change.preferring(null, true));
		this.queue.add(1, this.jam, Change.moved(1, false));
		this.queue.add(2, this.jam, Change.moved(9, false));
		assertThat(this.queue.pending(1))
			.isEqualTo(Map.of(this.tea, new Change(5L, false, null, true), this.jam, Change.moved(1, false)));
		complete();
		assertThat(this.queue.pending(1).get(this.tea)).isEqualTo(Change.preferring(null, true));
		complete();
		assertThat(this.queue.pending(1)).isEmpty();
	}

	@Test
	void isLimitedInNumber() {
		this.queue.add(1, this.tea, Change.moved(1, false));
		for (long account = 1; account <= ROOM; account++) {
			this.queue.add(account, this.tea, Change.moved(2, false));
		}
		this.queue.add(1, this.tea, Change.moved(3, false));
		this.queue.begin(9, 9);
		assertThatThrownBy(() -> this.queue.add(1, this.jam, Change.moved(1, false)))
			.isInstanceOf(StoreUnavailable.class);
		complete();
		this.queue.add(1, this.jam, Change.moved(1, false));
		complete();
		assertThat(this.written).contains("1 tea 3").doesNotContain("9 since 9");
	}

	@Test
	void refusesAFailedBatchAndGoesOn() {
		CompletableFuture<Void> first = this.queue.add(1, this.tea, Change.moved(5, false));
		CompletableFuture<Void> later = this.queue.add(1, this.tea, Change.moved(6, false));
		CompletableFuture<Void> failed = this.commit;
		this.commit = new CompletableFuture<>();
		this.calls.remove(0);
		failed.completeExceptionally(new IllegalStateException("disk full"));
		assertThatThrownBy(first::join).hasCauseInstanceOf(StoreUnavailable.class);
		complete();
		later.join();
		assertThat(this.written).containsExactly("1 tea 6");
	}

	private CompletableFuture<Void> store(Runnable rows, Duration within) {
		this.calls.add(rows);
		return this.commit;
	}

	private void complete() {
		this.calls.remove(0).run();
		CompletableFuture<Void> done = this.commit;
		this.commit = new CompletableFuture<>();
		done.complete(null);
	}

	private final class Written implements MarkQueue.Rows {

		@Override
		public void begin(long account, long time) {
			MarkQueueTests.this.written.add(account + " since " + time);
		}

		@Override
		public void put(long account, TopicName topic, Change change) {
			MarkQueueTests.this.written.add(account + " " + topic + " " + change.read());
		}

	}

}
