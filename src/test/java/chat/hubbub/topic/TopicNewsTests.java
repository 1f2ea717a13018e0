package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import chat.hubbub.account.User;
import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.wire.FakeLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static chat.hubbub.topic.TestTopics.ADMIN;
import static chat.hubbub.topic.TestTopics.LINUS;
import static chat.hubbub.topic.TestTopics.tea;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connections of a {@link TestBroker} are found by their names only, not among all.
 */
class TopicNewsTests {

	private final TestBroker broker = new TestBroker();

	private final FakeLink client = new FakeLink();

	private TestTopics server;

	private TopicNews news;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.server = new TestTopics(folder);
		this.news = new TopicNews(this.server.store(), this.server.stored(), this.server.topics(), this.broker.shards(),
				this.broker.connections(), this.server.listings(), new JsonMapper());
	}

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
		this.server.close();
	}

	@Test
	void findsTheModeratorsOfANewOpenTopicByTheirNames() {
		enter(this.client, ADMIN, User.ADMINS);
		this.news.tell(new TopicCreated(new Rights(tea("Tea"), Map.of())));
		assertTold();
	}

	@Test
	void findsABannedAccountByItsName() {
		enter(this.client, LINUS, "@2");
		this.news.tell(new ReadersChanged(TopicName.LOBBY, (user) -> true, Optional.of("@2")));
		assertTold();
	}

	private void assertTold() {
		this.broker.settle();
		assertThat(this.client.text()).contains("MESSAGE");
	}

	private void enter(FakeLink link, User user, String name) {
		Connection connection = this.broker.enter(link, user, name);
		TestBroker.subscribe(connection, "topics", "/queue/topics-user" + connection.id(), Resume.LIVE);
	}

}
