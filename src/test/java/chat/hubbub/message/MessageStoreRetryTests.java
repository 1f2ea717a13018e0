package chat.hubbub.message;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static chat.hubbub.message.Posts.post;
import static chat.hubbub.message.Posts.grace;
import static org.assertj.core.api.Assertions.assertThat;

class MessageStoreRetryTests {

	private static final TopicName COFFEE = new TopicName("coffee");

	@TempDir
	private Path folder;

	private Database database;

	private MessageStore store;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.database.addTopic("coffee");
		this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
		}, new FakeClock(), (message, former) -> {
		});
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void storesADraftOnceThatComesTwiceInAGroup() {
		List<Outcome> outcome = append(ada("Hello", "1"), ada("Hello", "1"), ada("Bye", "2"));
		assertThat(outcome).extracting(Outcome::fresh).containsExactly(true, false, true);
		assertThat(outcome.get(1).event()).isEqualTo(outcome.get(0).event());
		assertThat(stored(TEA)).extracting(Event::seq).containsExactly(1L, 2L);
	}

	@Test
	void storesADraftOnceThatComesAgainLater() {
		Outcome first = append(ada("Hello", "1")).get(0);
		Outcome again = append(ada("Hello", "1")).get(0);
		assertThat(again.fresh()).isFalse();
		assertThat(again.event()).isEqualTo(first.event());
		assertThat(stored(TEA)).containsExactly(first.event());
	}

	@Test
	void numbersOnAfterAGroupOfRetriesOnly() {
		append(ada("Hello", "1"));
		append(ada("Hello", "1"), ada("Hello", "1"));
		append(ada("Bye", "2"));
		assertThat(stored(TEA)).extracting(Event::seq).containsExactly(1L, 2L);
	}

	@Test
	void tellsADraftThatReusesTheIdOfAnother() {
		append(ada("Hello", "1"));
		Commit outcome = appendUnits(List.of(List.of(ada("Bye", "1")), List.of(ada("Hello", "1"))));
		assertThat(refused(outcome)).extracting((post) -> post.draft().text()).containsExactly("Bye");
		assertThat(outcome.outcomes()).extracting(Outcome::fresh).containsExactly(false);
		assertThat(stored(TEA)).extracting("text").containsExactly("Hello");
	}

	@Test
	void refusesAllOfAUnitInWhichAnIdIsTaken() {
		append(ada("Hello", "1"));
		Commit outcome = appendUnits(List.of(List.of(ada("before")),
				List.of(ada("good"), ada("good", "2"), ada("Bye", "1")), List.of(ada("after", "2"))));
		assertThat(refused(outcome)).extracting((post) -> post.draft().text()).containsExactly("good", "good", "Bye");
		assertThat(stored(TEA)).extracting("text").containsExactly("Hello", "before", "after");
		assertThat(stored(TEA)).extracting(Event::seq).containsExactly(1L, 2L, 3L);
	}

	@Test
	void refusesAUnitThatUsesAnIdForTwoTexts() {
		Commit outcome = appendUnits(List.of(List.of(ada("Hello", "1"), ada("Bye", "1")), List.of(ada("Tea", "1"))));
		assertThat(refused(outcome)).hasSize(2);
		assertThat(stored(TEA)).extracting("text").containsExactly("Tea");
	}

	@Test
	void storesAUnitThatIsRepeatedOnce() {
		List<Post> unit = List.of(ada("Hello", "1"), ada("Bye", "2"));
		Commit outcome = appendUnits(List.of(unit, unit));
		assertThat(outcome.outcomes()).extracting(Outcome::fresh).containsExactly(true, true, false, false);
		assertThat(stored(TEA)).extracting("text").containsExactly("Hello", "Bye");
	}

	@Test
	void storesDraftsWithoutAnIdAsOftenAsTheyCome() {
		append(ada("Hello"), ada("Hello"));
		append(ada("Hello"));
		assertThat(stored(TEA)).hasSize(3);
	}

	@Test
	void keepsTheIdsOfDifferentSendersApart() {
		append(ada("Hello", "1"), grace("Hello", "1"));
		assertThat(stored(TEA)).extracting("sender").containsExactly("ada", "grace");
	}

	@Test
	void keepsTheIdsOfDifferentTopicsApart() {
		append(ada("Hello", "1"), post(COFFEE, "ada", "Hello", "1"));
		assertThat(stored(TEA)).hasSize(1);
		assertThat(stored(COFFEE)).hasSize(1);
	}

	private List<Outcome> append(Post... entries) {
		return appendUnits(Stream.of(entries).map(List::of).toList()).outcomes();
	}

	private Commit appendUnits(List<List<Post>> units) {
		return this.store.store(units.stream().map((unit) -> new Unit(List.copyOf(unit))).toList(), List.of());
	}

	private static List<Post> refused(Commit commit) {
		return commit.refused()
			.stream()
			.flatMap((refused) -> refused.unit().wishes().stream())
			.map(Post.class::cast)
			.toList();
	}

	private List<Event> stored(TopicName topic) {
		return this.store.after(topic, 0, 10);
	}

}
