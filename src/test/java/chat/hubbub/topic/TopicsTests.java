package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicsTests {

	private static final TopicName TEA = new TopicName("tea");

	@TempDir
	private Path folder;

	private final List<Object> events = new ArrayList<>();

	private Database database;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void hasALobbyFromTheStart() {
		assertThat(topics().find(new TopicName("lobby"))).isEqualTo(TopicName.LOBBY);
	}

	@Test
	void doesNotFindWhatIsNotThere() {
		Topics topics = topics();
		assertThatExceptionOfType(TopicNotFound.class).isThrownBy(() -> topics.find(TEA))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.unknown"));
	}

	@Test
	void findsATopicOnceItIsCreated() {
		Topics topics = topics();
		topics.create(tea("Tea"));
		assertThat(topics.find(TEA)).isEqualTo(TEA);
	}

	@Test
	void tellsOfATopicThatIsCreated() {
		topics().create(tea("Tea"));
		assertThat(this.events).containsExactly(new TopicCreated(tea("Tea")));
	}

	@Test
	void refusesToCreateATopicTwice() {
		Topics topics = topics();
		topics.create(tea("Tea"));
		assertThatExceptionOfType(TopicExists.class).isThrownBy(() -> topics.create(tea("Another")))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.exists"));
		assertThat(this.events).hasSize(1);
		assertThat(topics.all()).extracting(Listing::title).containsExactly("Lobby", "Tea");
	}

	@Test
	void keepsItsTopicsOverARestart() {
		topics().create(tea("Tea"));
		assertThat(topics().find(TEA)).isEqualTo(TEA);
	}

	@Test
	void createsTheTopicsOfTheConfiguration() {
		Topics topics = topics(new TopicProperties.Line("tea", "Tea", null));
		assertThat(topics.find(TEA)).isEqualTo(TEA);
	}

	@Test
	void bringsAConfiguredTopicUpToDateAndKeepsItsHead() {
		topics().create(tea("Tea"));
		this.database.template().update("update topic set head = 7 where name = 'tea'");
		Topics topics = topics(new TopicProperties.Line("tea", "High tea", "At five"));
		assertThat(topics.all()).contains(new Listing("tea", "High tea", "At five", 7));
	}

	@Test
	void keepsATopicThatLeftTheConfiguration() {
		topics(new TopicProperties.Line("tea", "Tea", null));
		assertThat(topics().find(TEA)).isEqualTo(TEA);
	}

	@Test
	void refusesToStartWithAnIllFormedTopic() {
		assertThatExceptionOfType(IllFormedTopicName.class)
			.isThrownBy(() -> topics(new TopicProperties.Line("High Tea", null, null)));
	}

	private Topics topics(TopicProperties.Line... configured) {
		return new Topics(new TopicStore(this.database.client()), new TopicProperties(List.of(configured)),
				new FakeClock(), this.events::add);
	}

	private static Topic tea(String title) {
		return new Topic(TEA, title, "");
	}

}
