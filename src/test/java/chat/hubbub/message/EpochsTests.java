package chat.hubbub.message;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.StoredInAFile;
import chat.hubbub.store.StoreClaim;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EpochsTests {

	private static final TopicName TEA = new TopicName("tea");

	private static final TopicName COFFEE = new TopicName("coffee");

	@TempDir
	private Path folder;

	private Database database;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.database.addTopic("coffee");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void holdOverAnOrdinaryRestart() {
		String first = begin().current();
		comeTo(TEA, 150);
		Epochs second = begin();
		comeTo(TEA, 160);
		assertThat(second.current()).isNotEqualTo(first);
		assertThat(second.hold(first, TEA, 150)).isTrue();
		assertThat(second.hold(second.current(), TEA, 160)).isTrue();
		assertThat(begin().hold(first, TEA, 150)).isTrue();
	}

	@Test
	void doNotHoldWhatCameBeforeTheStoreWasSetBack() {
		String first = begin().current();
		comeTo(TEA, 100);
		// The restored backup has the epoch, without its later events.
		Epochs second = begin();
		comeTo(TEA, 160);
		assertThat(second.hold(first, TEA, 100)).isTrue();
		assertThat(second.hold(first, TEA, 101)).isFalse();
		assertThat(begin().hold(first, TEA, 150)).isFalse();
	}

	@Test
	void doNotHoldWhatIsNotKnown() {
		Epochs epochs = begin();
		comeTo(TEA, 100);
		assertThat(epochs.hold("another", TEA, 1)).isFalse();
		assertThat(epochs.hold("another", TEA, 0)).isTrue();
	}

	@Test
	void areApartForEachTopic() {
		String first = begin().current();
		comeTo(TEA, 10);
		comeTo(COFFEE, 5);
		String second = begin().current();
		comeTo(TEA, 20);
		Epochs third = begin();
		assertThat(third.hold(first, COFFEE, 5)).isTrue();
		assertThat(third.hold(second, COFFEE, 5)).isTrue();
		assertThat(third.hold(second, COFFEE, 6)).isFalse();
		assertThat(third.hold(first, TEA, 11)).isFalse();
		assertThat(third.hold(second, TEA, 20)).isTrue();
	}

	@Test
	void takeARowForEachTopicThatMovedAndAreForgottenInTime() {
		comeTo(COFFEE, 7);
		String first = begin().current();
		Epochs last = begin();
		String known = last.current();
		for (int start = 1; start < EpochStore.KEPT; start++) {
			comeTo(TEA, Math.min(start, 20));
			last = begin();
		}
		assertThat(rows("epoch")).isEqualTo(EpochStore.KEPT);
		assertThat(rows("epoch_head")).isEqualTo(21);
		assertThat(last.hold(first, COFFEE, 7)).isFalse();
		assertThat(last.hold(known, COFFEE, 7)).isTrue();
		IntStream.range(0, 30).forEach((start) -> begin());
		assertThat(rows("epoch_head")).isLessThan(10);
	}

	@Test
	@StoredInAFile
	void beginWithTheStoreAsItIsInAnotherFolder() throws Exception {
		String first = begin().current();
		comeTo(TEA, 3);
		this.database.close();
		Path copy = Files.createDirectory(this.folder.resolve("copy"));
		Files.copy(this.folder.resolve("hubbub.db"), copy.resolve("hubbub.db"));
		this.database = new Database(copy);
		assertThat(begin().hold(first, TEA, 3)).isTrue();
		assertThat(begin().hold(first, TEA, 4)).isFalse();
	}

	@Test
	void areJoinedByFurtherNodes() {
		Claim claim = new Claim(true);
		String first = begin(claim).current();
		assertThat(claim.settled).isTrue();
		Epochs joined = begin(new Claim(false));
		assertThat(joined.current()).isEqualTo(first);
		comeTo(TEA, 3);
		assertThat(joined.hold(first, TEA, 3)).isTrue();
		assertThat(rows("epoch")).isEqualTo(1);
	}

	private Epochs begin() {
		return begin(new Claim(true));
	}

	private Epochs begin(StoreClaim claim) {
		return new Epochs(new EpochStore(this.database.client()), this.database.transactions(), new FakeClock(), claim);
	}

	private void comeTo(TopicName topic, long head) {
		this.database.template().update("update topic set head = ? where name = ?", head, topic.value());
	}

	private int rows(String table) {
		return this.database.client().sql("select count(*) from " + table).query(Integer.class).single();
	}

	private static final class Claim implements StoreClaim {

		private final boolean first;

		private boolean settled;

		Claim(boolean first) {
			this.first = first;
		}

		@Override
		public boolean isFirst() {
			return this.first;
		}

		@Override
		public void settle() {
			this.settled = true;
		}

	}

}
