package chat.hubbub.unread;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Subscriber;
import chat.hubbub.broker.wire.EncodedMessages;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.TestBus;
import chat.hubbub.message.TestLog;
import chat.hubbub.presence.Gathering;
import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TestTopics;
import chat.hubbub.topic.TopicKind;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnreadNewsTests {

	private static final User GRACE = User.guest(new Username("grace"), "grace");

	private final TestBus bus = new TestBus();

	private final List<String> told = new ArrayList<>();

	private TestTopics server;

	private TestLog log;

	private boolean away;

	private UnreadNews news;

	@BeforeEach
	void open(@TempDir Path topicsFolder, @TempDir Path logFolder) {
		this.server = new TestTopics(topicsFolder);
		this.log = new TestLog(logFolder);
		this.log.addTopic("lobby");
		Topics topics = this.server.topics();
		StaticListableBeanFactory nothing = new StaticListableBeanFactory();
		PlaceCounts places = new PlaceCounts(nothing.getBeanProvider(Gathering.class),
				nothing.getBeanProvider(TopicKind.class), topics, this.bus);
		MarkStore store = new Store();
		PostLog posts = new PostLog(store, this.log.events(), this.bus, new FakeClock());
		Readers readers = new Readers(topics, places, this.bus);
		Marks marks = new Marks(store, posts, readers, topics, places, this.bus, this.log.events());
		this.news = new UnreadNews(posts, readers, places, marks, topics,
				(messages) -> this.told.add(new String(EncodedMessages.write(messages), StandardCharsets.UTF_8)),
				JsonMapper.builder().build());
	}

	@AfterEach
	void close() {
		this.log.close();
		this.server.close();
	}

	@Test
	void tellsInTheNextRoundWhatItCouldNotReadInThisOne() {
		this.news.tellAll(new Watcher(new Connection(), GRACE, "grace", "/queue/unread-usergrace", Long.MAX_VALUE));
		this.bus.publish(new MarkChanged("grace", TopicName.LOBBY, Change.moved(0, false), null));
		this.told.clear();
		// Long after the move of the mark, so that the person is not reading.
		long later = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		this.log.post("lobby", "hello");
		this.away = true;
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> this.news.tellChanges(later));
		assertThat(this.told).isEmpty();
		this.away = false;
		this.news.tellChanges(later);
		assertThat(this.told).singleElement().asString().contains("\"topic\":\"lobby\"", "\"unread\":1");
	}

	/** The store, which may be away. */
	private final class Store extends MarkStore {

		Store() {
			super(UnreadNewsTests.this.log.database().client());
		}

		@Override
		List<Post> newest(TopicName topic, int limit) {
			if (UnreadNewsTests.this.away) {
				throw new StoreUnavailable();
			}
			return super.newest(topic, limit);
		}

	}

	private static final class Connection implements Subscriber {

		@Override
		public Principal user() {
			return GRACE;
		}

		@Override
		public Map<String, Object> attributes() {
			return Map.of();
		}

		@Override
		public boolean isVanished() {
			return false;
		}

		@Override
		public boolean keep(long bytes) {
			return true;
		}

	}

}
