package chat.hubbub.unread;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

class RecentMarksTests {

	private static final TopicName TEA = new TopicName("tea");

	private final RecentMarks recent = new RecentMarks();

	@Test
	void joinsTheChangesOfAPersonInATopic() {
		add("@1", Change.moved(3, false), 0);
		add("@1", Change.preferring(Level.MENTIONS, null), 1);
		add("@2", Change.moved(9, false), 2);
		assertThat(this.recent.take("@1")).containsOnlyKeys(TEA)
			.containsValue(new Change(3L, false, Level.MENTIONS, null));
		assertThat(this.recent.take("@1")).isEmpty();
		assertThat(this.recent.take("@2")).hasSize(1);
	}

	@Test
	void forgetsWhatIsStoredByNow() {
		add("@1", Change.moved(3, false), 0);
		add("@2", Change.moved(3, false), RecentMarks.KEPT.toNanos() + 1);
		assertThat(this.recent.take("@1")).isEmpty();
		assertThat(this.recent.take("@2")).hasSize(1);
	}

	@Test
	void isLimited() {
		for (int person = 0; person <= RecentMarks.MOST; person++) {
			add("@" + person, Change.moved(3, false), Duration.ofMillis(1).toNanos());
		}
		assertThat(this.recent.take("@0")).isEmpty();
		assertThat(this.recent.take("@1")).hasSize(1);
	}

	private void add(String person, Change change, long now) {
		this.recent.add(new MarkChanged(person, TEA, change, null), now);
	}

}
