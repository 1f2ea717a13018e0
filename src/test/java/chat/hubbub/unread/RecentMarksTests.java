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
		assertThat(this.recent.take("@1", 2)).containsOnlyKeys(TEA)
			.containsValue(new Change(3L, false, Level.MENTIONS, null));
		assertThat(this.recent.take("@1", 2)).isEmpty();
		assertThat(this.recent.take("@2", 2)).hasSize(1);
	}

	@Test
	void forgetsWhatIsStoredByNow() {
		long later = RecentMarks.KEPT.toNanos() + 1;
		add("@1", Change.moved(3, false), 0);
		add("@2", Change.moved(3, false), later);
		assertThat(this.recent.take("@1", later)).isEmpty();
		assertThat(this.recent.take("@2", later)).hasSize(1);
	}

	@Test
	void forgetsItAlsoIfNothingElseHappens() {
		add("@1", Change.moved(3, true), 0);
		add("@2", Change.moved(3, true), 0);
		assertThat(this.recent.take("@1", RecentMarks.KEPT.toNanos())).hasSize(1);
		assertThat(this.recent.take("@2", RecentMarks.KEPT.toNanos() + 1)).isEmpty();
	}

	@Test
	void isLimited() {
		for (int person = 0; person <= RecentMarks.MOST; person++) {
			add("@" + person, Change.moved(3, false), Duration.ofMillis(1).toNanos());
		}
		assertThat(this.recent.take("@0", 0)).isEmpty();
		assertThat(this.recent.take("@1", 0)).hasSize(1);
	}

	private void add(String person, Change change, long now) {
		this.recent.add(new MarkChanged(person, TEA, change, null), now);
	}

}
