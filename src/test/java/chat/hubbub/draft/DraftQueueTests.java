package chat.hubbub.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import chat.hubbub.draft.DraftQueue.Place;
import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DraftQueueTests {

	private static final int ROOM = 10;

	private final Place ada = new Place(1, new TopicName("tea"));

	private final Place grace = new Place(2, new TopicName("tea"));

	/** The calls that are under way, and what they will write. */
	private final List<Runnable> rows = new ArrayList<>();

	private CompletableFuture<Void> commit = new CompletableFuture<>();

	private final List<String> written = new ArrayList<>();

	private final List<Map<Place, String>> told = new CopyOnWriteArrayList<>();

	private final DraftQueue queue = new DraftQueue(this::store,
			(place, text) -> this.written.add(place.account() + " " + text), this.told::add, ROOM);

	@Test
	void storesOneBatchAtATimeWithTheNewestTexts() {
		CompletableFuture<Void> first = this.queue.add(this.ada, "a");
		CompletableFuture<Void> later = this.queue.add(this.ada, "ab");
		this.queue.add(this.ada, "abc");
		this.queue.add(this.grace, "x");
		assertThat(this.rows).hasSize(1);
		complete();
		first.join();
		assertThat(this.written).containsExactly("1 a");
		assertThat(later).isNotDone();
		complete();
		later.join();
		assertThat(this.written).containsExactlyInAnyOrder("1 a", "1 abc", "2 x");
		assertThat(this.rows).isEmpty();
		assertThat(this.told).containsExactly(Map.of(this.ada, "a"), Map.of(this.ada, "abc", this.grace, "x"));
	}

	@Test
	void storesInTheOrderOfAccountsAndTopics() {
		this.queue.add(this.ada, "a");
		// In a hash table, their order would depend on that of their coming.
		for (long account : List.of(33L, 17L, 1L)) {
			this.queue.add(new Place(account, new TopicName("tea")), "x");
		}
		this.queue.add(new Place(17, new TopicName("jam")), "x");
		complete();
		this.written.clear();
		complete();
		assertThat(this.written).containsExactly("1 x", "17 x", "17 x", "33 x");
		assertThat(new Place(17, new TopicName("jam"))).isLessThan(new Place(17, new TopicName("tea")));
	}

	@Test
	void refusesAFailedBatchAndGoesOn() {
		CompletableFuture<Void> first = this.queue.add(this.ada, "a");
		CompletableFuture<Void> later = this.queue.add(this.ada, "b");
		CompletableFuture<Void> failed = this.commit;
		this.commit = new CompletableFuture<>();
		this.rows.remove(0);
		failed.completeExceptionally(new IllegalStateException("disk full"));
		assertThatThrownBy(first::join).hasCauseInstanceOf(StoreUnavailable.class);
		complete();
		later.join();
		assertThat(this.written).containsExactly("1 b");
		assertThat(this.told).containsExactly(Map.of(this.ada, "b"));
	}

	@Test
	void isLimitedInCharacters() {
		this.queue.add(this.ada, "under way");
		this.queue.add(this.ada, "12345678");
		this.queue.add(this.grace, "12");
		assertThatThrownBy(() -> this.queue.add(this.grace, "123")).isInstanceOf(StoreUnavailable.class);
		this.queue.add(this.ada, "");
		this.queue.add(this.grace, "1234567890");
		complete();
		this.queue.add(this.ada, "1234567890");
	}

	private CompletableFuture<Void> store(Runnable batch, Duration within) {
		this.rows.add(batch);
		return this.commit;
	}

	private void complete() {
		this.rows.remove(0).run();
		CompletableFuture<Void> done = this.commit;
		this.commit = new CompletableFuture<>();
		done.complete(null);
	}

}
