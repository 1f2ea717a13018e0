package chat.hubbub.message;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;

import static chat.hubbub.message.Entries.TEA;
import static chat.hubbub.message.Entries.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageStoreTests {

	private static final TopicName COFFEE = new TopicName("coffee");

	private static final Runnable NOTHING = () -> {
	};

	private static final User LINUS = User.guest(new Username("linus"), "linus");

	@TempDir
	private Path folder;

	private final FakeClock clock = new FakeClock();

	private Database database;

	private MessageStore store;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.database.addTopic("coffee");
		this.store = new MessageStore(this.database.client(), this.database.source(), this.clock);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void numbersEachTopicWithoutGaps() {
		append(ada("1"), ada("2"), Entries.entry(COFFEE, "ada", "1", null), ada("3"));
		append(ada("4"));
		assertThat(texts(TEA)).containsExactly("1", "2", "3", "4");
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L);
		assertThat(this.store.after(COFFEE, 0, 10)).extracting(Event::seq).containsExactly(1L);
	}

	@Test
	void readsWhatItStored() {
		Stored stored = append(ada("  Grüße 👋\n", "my-id")).get(0);
		assertThat(stored.posted()).isEqualTo(new Posted(TEA, 1, "my-id", "ada", "  Grüße 👋\n", this.clock.instant()));
		assertThat(this.store.after(TEA, 0, 10)).containsExactly(stored.posted());
	}

	@Test
	void keepsATextThatHoldsNul() {
		append(ada("a\u0000b"));
		assertThat(texts(TEA)).containsExactly("a\u0000b");
	}

	@Test
	void leavesNoGapBehindAGroupThatFailed() {
		append(ada("1"));
		this.database.breakFor("broken");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> append(ada("lost"), ada("lost too"), ada("broken")));
		append(ada("2"));
		assertThat(texts(TEA)).containsExactly("1", "2");
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L);
	}

	@Test
	void readsBackTheNewestFirst() {
		append(IntStream.rangeClosed(1, 7).mapToObj((number) -> ada("" + number)).toArray(Entry[]::new));
		assertThat(this.store.before(TEA, Long.MAX_VALUE, 3)).extracting("text").containsExactly("7", "6", "5");
		assertThat(this.store.before(TEA, 5, 3)).extracting("text").containsExactly("4", "3", "2");
		assertThat(this.store.before(TEA, 2, 3)).extracting("text").containsExactly("1");
		assertThat(this.store.before(TEA, 1, 3)).isEmpty();
	}

	@Test
	void readsOnTheOldestFirst() {
		append(IntStream.rangeClosed(1, 7).mapToObj((number) -> ada("" + number)).toArray(Entry[]::new));
		assertThat(this.store.after(TEA, 0, 3)).extracting("text").containsExactly("1", "2", "3");
		assertThat(this.store.after(TEA, 5, 3)).extracting("text").containsExactly("6", "7");
		assertThat(this.store.after(TEA, 7, 3)).isEmpty();
	}

	@Test
	void readsOneTopicOnly() {
		append(ada("tea"), Entries.entry(COFFEE, "ada", "coffee", null));
		assertThat(this.store.before(COFFEE, Long.MAX_VALUE, 10)).extracting("text").containsExactly("coffee");
	}

	@Test
	void erasesATextAndWritesItDown() {
		append(ada("1", "my-id"), ada("2"), ada("3"));
		Erasure erasure = this.store.erase(new Deletion(TEA, 1, "ada", ada("x").sender()), NOTHING).orElseThrow();
		assertThat(erasure.tombstone()).isEqualTo(new Posted(TEA, 1, "my-id", "ada", "", this.clock.instant()));
		assertThat(erasure.deleted()).isEqualTo(new Deleted(TEA, 4, 1, "ada", this.clock.instant()));
		append(ada("5"));
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(this.store.after(TEA, 0, 1)).containsExactly(erasure.tombstone());
		assertThat(this.store.before(TEA, 5, 1)).containsExactly(erasure.deleted());
	}

	@Test
	void erasesNothingTwiceAndNothingThatIsNoMessage() {
		append(ada("1"));
		assertThat(this.store.erase(new Deletion(TEA, 1, "ada", LINUS), NOTHING)).isPresent();
		for (long seq = 0; seq < 4; seq++) {
			assertThat(this.store.erase(new Deletion(TEA, seq, "ada", LINUS), NOTHING)).isEmpty();
		}
		assertThat(this.store.erase(new Deletion(COFFEE, 1, "ada", LINUS), NOTHING)).isEmpty();
		assertThat(this.store.head(TEA)).isEqualTo(2);
	}

	@Test
	void knowsWhoPostedAMessage() {
		append(ada("1"));
		this.store.erase(new Deletion(TEA, 1, "ada", LINUS), NOTHING);
		assertThat(this.store.authorship(TEA, 1)).contains(new Authorship("ada", "ada"));
		assertThat(this.store.authorship(TEA, 2)).isEmpty();
		assertThat(this.store.authorship(COFFEE, 1)).isEmpty();
	}

	private List<Stored> append(Entry... entries) {
		return this.store.append(Stream.of(entries).map(List::of).toList()).stored();
	}

	private List<String> texts(TopicName topic) {
		return this.store.after(topic, 0, 10).stream().map((event) -> ((Posted) event).text()).toList();
	}

}
