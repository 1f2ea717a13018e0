package chat.hubbub.unread;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import chat.hubbub.account.Account;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Subscriber;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final TopicName tea = new TopicName("tea");

	private final User ada = new Account(7, new Username("ada"), Role.MEMBER, 0).user();

	private final Reader reader = new Reader("@7", this.ada, 1_000, new PlaceMarks(Map.of()));

	private final Posts posts = new Posts(this.tea, 0, 0);

	ReaderTests() {
		this.posts.beginLoading();
		this.posts.load(List.of());
		this.reader.adopt(1_000, Map.of());
	}

	@Test
	void tellsACountOnceUntilItChanges() {
		assertThat(this.reader.news(this.posts, 0)).isNull();
		post(1);
		assertThat(news(0)).isEqualTo(new TopicState("tea", 1, 0, 1, 0, Level.ALL, false));
		assertThat(this.reader.news(this.posts, 0)).isNull();
		this.posts.reach(2);
		assertThat(this.reader.news(this.posts, 0)).isNull();
		post(3);
		assertThat(news(0).unread()).isEqualTo(2);
	}

	@Test
	void allMessagesOfAConversationAreNewUntilItIsRead() {
		TopicName direct = new TopicName("dm-" + "0".repeat(32));
		Posts talk = new Posts(direct, 1, 500);
		talk.beginLoading();
		talk.load(List.of(new Post(1, 10, 0)));
		assertThat(this.reader.first(talk)).isEqualTo(new TopicState(direct.value(), 1, 0, 1, 1, Level.ALL, false));
		this.reader.apply(direct, Change.moved(1, false), "desk", 0);
		assertThat(this.reader.first(talk).unread()).isZero();
	}

	@Test
	void whatANewConnectionWasToldIsNoNews() {
		post(1);
		assertThat(this.reader.first(this.posts).unread()).isEqualTo(1);
		assertThat(this.reader.news(this.posts, 0)).isNull();
	}

	@Test
	void whatANewConnectionWasToldIsNewsToTheOthers() {
		this.reader.add(watcher("desk"));
		assertThat(this.reader.first(this.posts).unread()).isZero();
		post(1);
		this.reader.add(watcher("phone"));
		assertThat(this.reader.first(this.posts).unread()).isEqualTo(1);
		assertThat(news(0).unread()).isEqualTo(1);
		assertThat(this.reader.news(this.posts, 0)).isNull();
	}

	@Test
	void oneWhoReadsOnIsNotToldOfWhatComesMeanwhile() {
		post(1);
		read(1, 0);
		news(0);
		post(2);
		assertThat(this.reader.news(this.posts, SECOND)).isNull();
		assertThat(this.reader.takeTouched()).containsExactly(this.tea);
		read(2, SECOND);
		assertThat(this.reader.news(this.posts, SECOND).knownBy()).isEqualTo("desk");
		post(3);
		assertThat(news(3 * SECOND).unread()).isEqualTo(1);
	}

	@Test
	void theConnectionThatMovesTheMarkKnowsIt() {
		post(1);
		assertThat(this.reader.news(this.posts, 0).knownBy()).isNull();
		read(1, 0);
		News seen = this.reader.news(this.posts, 0);
		assertThat(seen.knownBy()).as("it does not know the count").isNull();
		assertThat(seen.state().unread()).isZero();
		this.posts.reach(2);
		read(2, 0);
		assertThat(this.reader.news(this.posts, 0).knownBy()).isEqualTo("desk");
	}

	@Test
	void markingAsUnreadIsToldAtOnce() {
		post(1);
		post(2);
		read(2, 0);
		news(0);
		this.reader.apply(this.tea, Change.moved(1, true), "desk", 0);
		assertThat(news(0)).isEqualTo(new TopicState("tea", 2, 1, 1, 0, Level.ALL, false));
	}

	@Test
	void anotherLevelIsToldWithoutMessages() {
		this.reader.apply(this.tea, Change.preferring(Level.MUTED, true), null, 0);
		assertThat(news(0)).isEqualTo(new TopicState("tea", 0, 0, 0, 0, Level.MUTED, true));
		assertThat(this.reader.news(this.posts, 0)).isNull();
		this.reader.tellAgain(this.tea);
		assertThat(news(0).level()).isEqualTo(Level.MUTED);
	}

	@Test
	void aTopicThatMayBeReadAgainHasItsMark() {
		post(1);
		post(2);
		read(1, 0);
		this.reader.apply(this.tea, Change.preferring(Level.MENTIONS, true), "desk", 0);
		news(0);
		this.reader.conceal(this.tea);
		this.reader.tellAgain(this.tea);
		assertThat(news(0)).isEqualTo(new TopicState("tea", 2, 1, 1, 0, Level.MENTIONS, true));
	}

	@Test
	void changesThatComeBeforeTheStoredMarksStay() {
		Reader late = new Reader("@7", this.ada, 1_000, new PlaceMarks(Map.of()));
		late.apply(this.tea, Change.moved(1, false), null, 0);
		late.apply(this.tea, Change.preferring(Level.MENTIONS, null), null, 0);
		late.adopt(5, Map.of(this.tea, new Mark(3L, Level.ALL, true)));
		post(4);
		assertThat(late.first(this.posts)).isEqualTo(new TopicState("tea", 4, 3, 1, 0, Level.MENTIONS, true));
	}

	@Test
	void changesThatAreNotStoredYetStayThoughTheyTakeSomethingBack() {
		Reader late = new Reader("@7", this.ada, 1_000, new PlaceMarks(Map.of()));
		late.apply(this.tea, Change.moved(1, true), null, 0);
		late.apply(this.tea, Change.preferring(Level.ALL, false), null, 0);
		late.adopt(5, Map.of(this.tea, new Mark(3L, Level.MUTED, true)));
		post(4);
		assertThat(late.first(this.posts)).isEqualTo(new TopicState("tea", 4, 1, 1, 0, Level.ALL, false));
	}

	private Watcher watcher(String queue) {
		return new Watcher(new Subscriber() {

			@Override
			public Principal user() {
				return ReaderTests.this.ada;
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

		}, this.ada, "@7", queue, 1_000);
	}

	private TopicState news(long now) {
		return this.reader.news(this.posts, now).state();
	}

	private void read(long seq, long now) {
		this.reader.apply(this.tea, Change.moved(seq, false), "desk", now);
	}

	private void post(long seq) {
		this.posts.add(new Post(seq, 1_000 + seq, Post.author("grace", "grace")));
	}

}
