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

import static chat.hubbub.message.Entries.TEA;
import static chat.hubbub.message.Entries.ada;
import static chat.hubbub.message.Entries.entry;
import static chat.hubbub.message.Entries.grace;
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
		this.store = new MessageStore(this.database.client(), this.database.source(), new FakeClock());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void storesADraftOnceThatComesTwiceInAGroup() {
		List<Stored> outcome = append(ada("Hello", "1"), ada("Hello", "1"), ada("Bye", "2"));
		assertThat(outcome).extracting(Stored::fresh).containsExactly(true, false, true);
		assertThat(outcome.get(1).posted()).isEqualTo(outcome.get(0).posted());
		assertThat(stored(TEA)).extracting(Event::seq).containsExactly(1L, 2L);
	}

	@Test
	void storesADraftOnceThatComesAgainLater() {
		Stored first = append(ada("Hello", "1")).get(0);
		Stored again = append(ada("Hello", "1")).get(0);
		assertThat(again.fresh()).isFalse();
		assertThat(again.posted()).isEqualTo(first.posted());
		assertThat(stored(TEA)).containsExactly(first.posted());
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
		Appended outcome = appendUnits(List.of(List.of(ada("Bye", "1")), List.of(ada("Hello", "1"))));
		assertThat(outcome.refused()).extracting((entry) -> entry.draft().text()).containsExactly("Bye");
		assertThat(outcome.stored()).extracting(Stored::fresh).containsExactly(false);
		assertThat(stored(TEA)).extracting("text").containsExactly("Hello");
	}

	@Test
	void refusesAllOfAUnitInWhichAnIdIsTaken() {
		append(ada("Hello", "1"));
		Appended outcome = appendUnits(List.of(List.of(ada("before")),
				List.of(ada("good"), ada("good", "2"), ada("Bye", "1")), List.of(ada("after", "2"))));
		assertThat(outcome.refused()).extracting((entry) -> entry.draft().text())
			.containsExactly("good", "good", "Bye");
		assertThat(stored(TEA)).extracting("text").containsExactly("Hello", "before", "after");
		assertThat(stored(TEA)).extracting(Event::seq).containsExactly(1L, 2L, 3L);
	}

	@Test
	void refusesAUnitThatUsesAnIdForTwoTexts() {
		Appended outcome = appendUnits(List.of(List.of(ada("Hello", "1"), ada("Bye", "1")), List.of(ada("Tea", "1"))));
		assertThat(outcome.refused()).hasSize(2);
		assertThat(stored(TEA)).extracting("text").containsExactly("Tea");
	}

	@Test
	void storesAUnitThatIsRepeatedOnce() {
		List<Entry> unit = List.of(ada("Hello", "1"), ada("Bye", "2"));
		Appended outcome = appendUnits(List.of(unit, unit));
		assertThat(outcome.stored()).extracting(Stored::fresh).containsExactly(true, true, false, false);
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
		append(ada("Hello", "1"), entry(COFFEE, "ada", "Hello", "1"));
		assertThat(stored(TEA)).hasSize(1);
		assertThat(stored(COFFEE)).hasSize(1);
	}

	private List<Stored> append(Entry... entries) {
		return appendUnits(Stream.of(entries).map(List::of).toList()).stored();
	}

	private Appended appendUnits(List<List<Entry>> units) {
		return this.store.append(units);
	}

	private List<Event> stored(TopicName topic) {
		return this.store.after(topic, 0, 10);
	}

}
