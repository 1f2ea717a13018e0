package chat.hubbub.message;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static chat.hubbub.message.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two writers, each with connections of its own, share a database of PostgreSQL. */
class SharedStoreTests {

	private static final List<TopicName> TOPICS = Stream.of("tea", "coffee", "milk").map(TopicName::new).toList();

	private Node here;

	private Node there;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.here = new Node(folder);
		this.there = new Node(folder);
		TOPICS.forEach((topic) -> this.here.database.addTopic(topic.value()));
	}

	@AfterEach
	void close() throws InterruptedException {
		this.here.close();
		this.there.close();
	}

	@Test
	void storesEachIdOnceThatBothSendAtTheSameTime() {
		List<Post> first = drafts(4_000);
		List<Post> second = new ArrayList<>(drafts(4_000));
		Collections.reverse(second);
		CompletableFuture<Map<String, Posted>> answers = this.there.postAll(second);
		assertThat(this.here.postAll(first).join()).isEqualTo(answers.join()).hasSize(4_000);
		for (TopicName topic : TOPICS) {
			long head = this.here.store.head(topic);
			assertThat(this.here.all(topic)).extracting(Event::seq).isEqualTo(upTo(head));
		}
		assertThat(TOPICS.stream().mapToLong(this.here.store::head).sum()).isEqualTo(4_000);
		assertThat(this.here.deadlocks()).isZero();
	}

	@Test
	void keepsTheOrderOfDeletionsEditsAndARenamingBesidePosts() {
		List<Post> drafts = drafts(1_500).stream().filter((draft) -> draft.topic().equals(TEA)).toList();
		List<Deletion> deletions = new ArrayList<>();
		List<Edit> edits = new ArrayList<>();
		CompletableFuture<Map<String, Posted>> posts = this.here.postAll(drafts);
		for (Post draft : drafts) {
			long seq = draft.event().join().seq();
			deletions.add(this.there.wish(new Deletion(TEA, ada("x").author(), seq, "ada"), Deletion::event));
			edits.add(this.here.wish(new Edit(TEA, ada("x").author(), Math.max(1, seq - 1), "edited", Mentions.NONE),
					Edit::event));
			this.here.renameAda();
		}
		posts.join();
		deletions.forEach((deletion) -> assertThat(deletion.event().join()).isPresent());
		edits.forEach((edit) -> edit.event().exceptionally((gone) -> Optional.empty()).join());
		List<Event> events = this.here.all(TEA);
		assertThat(events).extracting(Event::seq).isEqualTo(upTo(this.here.store.head(TEA)));
		assertThat(events).filteredOn((event) -> event instanceof Posted || event instanceof Edited)
			.allMatch((event) -> event.text().isEmpty());
		assertThat(events).filteredOn((event) -> event instanceof Deleted).hasSameSizeAs(drafts);
		assertThat(this.here.deadlocks()).isZero();
	}

	@Test
	void takesTheTimeFromTheDatabaseAndNumbersOnAfterTheOther() {
		Instant before = this.here.now();
		Posted one = this.here.post(ada("one"));
		Posted two = this.there.post(ada("two"));
		assertThat(List.of(one.seq(), two.seq())).containsExactly(1L, 2L);
		assertThat(one.sentAt()).isBetween(before, two.sentAt());
		assertThat(two.sentAt()).isBetween(one.sentAt(), this.here.now());
		assertThat(this.there.all(TEA)).containsExactly(one, two);
	}

	/** As drafts and read marks of the same accounts on two nodes. */
	@Test
	void writesRowsOfDifferentKindsInOneOrderEverywhere(@TempDir Path folder) {
		try (TwoWriters writers = new TwoWriters(folder)) {
			List<CompletableFuture<Void>> stored = Stream
				.of(store(writers.here(), "drafts", "marks"), store(writers.there(), "marks", "drafts"))
				.flatMap(List::stream)
				.toList();
			assertThat(stored).allSatisfy((each) -> assertThat(each).succeedsWithin(Duration.ofSeconds(30)));
		}
	}

	private static List<CompletableFuture<Void>> store(TwoWriters.Writer node, String first, String second) {
		return List.of(node.store(first, () -> node.write(first), Duration.ofMillis(100)),
				node.store(second, () -> node.write(second), Duration.ofMillis(100)));
	}

	@Test
	void leavesTheForeignKeysOfItsTopicsToOthersWhileItStores() {
		this.here.events
			.beforeCommit((committed) -> this.there.database.transactions().executeWithoutResult((status) -> {
				this.there.database.template().execute("set local lock_timeout = '10s'");
				this.there.database.template().update("insert into follower_cursor values ('other', 'tea', 0)");
			}));
		assertThat(this.here.post(ada("one")).seq()).isEqualTo(1);
		assertThat(this.here.database.client().sql("select count(*) from follower_cursor").query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void aParticipantOfACommitStoresWithIt() {
		List<Committed> seen = new ArrayList<>();
		this.here.events.beforeCommit((committed) -> {
			seen.add(committed);
			this.here.database.template()
				.update("insert into follower_cursor values (?, 'tea', 0)", "at-" + seen.size());
			if (committed.entries().get(0).event().text().equals("breaks")) {
				throw new IllegalStateException("on purpose");
			}
		});
		Posted posted = this.here.store
			.store(List.of(Unit.of(List.of(Unit.of(ada("one")), Unit.of(ada("two"))))), List.of())
			.outcomes()
			.stream()
			.map((outcome) -> (Posted) outcome.event())
			.toList()
			.get(0);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.here.store.store(List.of(Unit.of(ada("breaks"))), List.of()));
		assertThat(seen.get(0).ranges()).containsExactly(Map.entry(TEA, new Committed.Range(1, 2)));
		assertThat(seen.get(0).at()).isEqualTo(posted.sentAt());
		assertThat(this.here.all(TEA)).hasSize(2);
		assertThat(this.here.database.client().sql("select follower from follower_cursor").query(String.class).list())
			.containsExactly("at-1");
	}

	/**
	 * A right that is withdrawn while a group is being stored is withdrawn everywhere
	 * before the group is shown, although it was not when the transaction looked.
	 */
	@Test
	void carriesTheNumberOfAChangeThatIsCommittedRightBeforeItsCommit() {
		List<Long> seenInside = new ArrayList<>();
		this.here.events.beforeCommit((committed) -> {
			seenInside.add(this.here.newestChange());
			this.there.change();
		});
		Commit first = this.here.store.store(List.of(Unit.of(ada("one"))), List.of());
		this.there.change();
		Commit second = this.here.store.store(List.of(Unit.of(ada("two"))), List.of());
		assertThat(seenInside).containsExactly(0L, 2L);
		assertThat(List.of(first.change(), second.change())).containsExactly(1L, 3L);
	}

	/** A transaction in which a statement failed cannot commit. */
	@Test
	void noticesThatACommitWasARollback() {
		WriteConnection writes = new WriteConnection(this.here.database.source(),
				Writing.of(this.here.database.source()));
		assertThatThrownBy(() -> writes.commit(() -> {
			ResultSet rows = writes.prepare("select pg_current_xact_id()").executeQuery();
			rows.next();
			String transaction = rows.getString(1);
			assertThatThrownBy(() -> writes.prepare("select 1 / 0").execute()).isInstanceOf(SQLException.class);
			return transaction;
		})).isInstanceOf(DataAccessException.class);
		writes.close();
	}

	private static List<Post> drafts(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> post(TOPICS.get(number % TOPICS.size()), "ada", "Text " + number, "id-" + number))
			.toList();
	}

	private static List<Long> upTo(long head) {
		return LongStream.rangeClosed(1, head).boxed().toList();
	}

	/** A writer. */
	private static final class Node {

		private final Database database;

		private final RecordedBus bus = new RecordedBus();

		private final MessageStore store;

		private final MessageLog log;

		private final EventLog events;

		Node(Path folder) {
			this.database = Database.onPostgreSql(folder);
			this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
			}, new FakeClock(), (message, former) -> {
			});
			this.log = new MessageLog(this.store, this.bus, this.bus.publication());
			this.events = new EventLog(this.log, this.store);
		}

		/** The messages by the clients' ids, as the answers tell them. */
		CompletableFuture<Map<String, Posted>> postAll(List<Post> drafts) {
			return CompletableFuture.supplyAsync(() -> {
				drafts.forEach((draft) -> this.log.append(draft, draft.event()));
				Map<String, Posted> answers = new HashMap<>();
				drafts.forEach((draft) -> answers.put(draft.draft().id(), draft.event().join()));
				return answers;
			}).orTimeout(2, TimeUnit.MINUTES);
		}

		Posted post(Post draft) {
			return postAll(List.of(draft)).join().values().iterator().next();
		}

		<W extends Wish, T> W wish(W wish, java.util.function.Function<W, CompletableFuture<T>> event) {
			this.log.append(wish, event.apply(wish));
			return wish;
		}

		void renameAda() {
			new SenderStore(this.database.client(), TopicLocks.of(this.database.client(), this.database.source()),
					this.database.transactions())
				.rename("ada", "deleted-1");
		}

		List<Event> all(TopicName topic) {
			List<Event> all = new ArrayList<>();
			List<Event> page = this.store.after(topic, 0, 1_000);
			while (!page.isEmpty()) {
				all.addAll(page);
				page = this.store.after(topic, all.size(), 1_000);
			}
			return all;
		}

		Instant now() {
			return Instant.ofEpochMilli(this.database.client()
				.sql("select floor(extract(epoch from clock_timestamp()) * 1000)::bigint")
				.query(Long.class)
				.single());
		}

		/** As if a right had been withdrawn. */
		void change() {
			this.database.template().update("update change_counter set number = number + 1");
		}

		long newestChange() {
			return this.database.client().sql("select number from change_counter").query(Long.class).single();
		}

		long deadlocks() {
			return this.database.client()
				.sql("select deadlocks from pg_stat_database where datname = current_database()")
				.query(Long.class)
				.single();
		}

		void close() throws InterruptedException {
			this.log.destroy();
			this.store.destroy();
			this.database.close();
		}

	}

}
