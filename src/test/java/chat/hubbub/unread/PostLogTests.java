package chat.hubbub.unread;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.TestBus;
import chat.hubbub.message.TestLog;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

class PostLogTests {

	private static final TopicName TEA = new TopicName("tea");

	private final TestBus bus = new TestBus();

	private TestLog log;

	private Store store;

	private PostLog posts;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.log = new TestLog(folder);
		this.store = new Store();
		this.posts = new PostLog(this.store, this.log.events(), this.bus, new FakeClock());
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void keepsAMessageThatComesWhileEverythingIsReadAnew() {
		this.log.post("tea", "first");
		this.posts.load(this.posts.of(TEA));
		this.store.afterHeads = () -> this.log.post("tea", "second");
		this.bus.publish(new AnythingChanged());
		assertThat(this.posts.takeChanged(10)).extracting(Posts::topic).containsExactly(TEA);
		Posts tea = this.posts.of(TEA);
		assertThat(tea.head()).isEqualTo(2);
		Since nothing = new Since(0, 0, 7, 7);
		assertThat(tea.knows(nothing)).as("messages may have changed").isFalse();
		this.posts.load(tea);
		assertThat(tea.count(nothing)).isEqualTo(new Count(0, 2, 0));
	}

	/** Lets something happen after the heads are read, and before they are taken. */
	private final class Store extends MarkStore {

		private Runnable afterHeads = () -> {
		};

		Store() {
			super(PostLogTests.this.log.database().client());
		}

		@Override
		Map<TopicName, Long> heads() {
			Map<TopicName, Long> heads = super.heads();
			this.afterHeads.run();
			return heads;
		}

	}

}
