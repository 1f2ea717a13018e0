package chat.hubbub.broker.replay;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import chat.hubbub.broker.FakeBacklog;
import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.FakeLink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplaysTests {

	private static final String TOPIC_PREFIX = "/topic/chat.t";

	private static final String COFFEE = "/topic/chat.coffee";

	private final FakeBacklog stored = new FakeBacklog();

	private final TestBroker broker = new TestBroker(this.stored);

	private final FakeLink ada = new FakeLink();

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void replaysFromMemoryWithoutAskingTheStore() {
		TestBroker.events(1, 50).forEach(this.broker::publish);
		this.broker.settle();
		resume("a", TestBroker.TOPIC, Resume.since(10, 50));
		this.broker.settle();
		assertThat(this.ada.seqs()).isEqualTo(range(11, 50));
		assertThat(this.stored.reads).isEmpty();
	}

	@Test
	void replaysPagesOfTheStoreAndThenGoesLive() {
		this.stored.length = 1000;
		resume("a", TestBroker.TOPIC, Resume.since(3, 1000));
		awaitSeqs(range(4, 1000));
		assertThat(this.stored.reads).hasSizeGreaterThan(4);
		this.broker.publish(TestBroker.event(1001));
		awaitSeqs(range(4, 1001));
	}

	@Test
	void marriesStoreAndMemory() {
		this.stored.length = 500;
		LongStream.rangeClosed(400, 500).forEach((seq) -> this.broker.publish(TestBroker.event(seq)));
		this.broker.settle();
		resume("a", TestBroker.TOPIC, Resume.since(50, 500));
		awaitSeqs(range(51, 500));
	}

	@Test
	void tellsThatWhatIsWantedIsKeptNoLonger() {
		this.stored.firstKept = 40;
		this.stored.length = 50;
		resume("a", TestBroker.TOPIC, Resume.since(10, 50));
		awaitSeqs(range(40, 50));
		assertThat(this.ada.text()).containsOnlyOnce("resume:too-old\n").startsWith("MESSAGE\nsubscription:a\nresume:");
	}

	@Test
	void tellsAClientThatIsAheadOfTheServer() {
		this.stored.length = 50;
		resume("a", TestBroker.TOPIC, Resume.since(70, 50));
		awaitSeqs(List.of(50L));
		assertThat(this.ada.text()).containsOnlyOnce("resume:ahead\n");
		this.broker.publish(TestBroker.event(51));
		awaitSeqs(List.of(50L, 51L));
	}

	@Test
	void tellsNothingToAClientThatGetsAllItAskedFor() {
		this.stored.length = 50;
		resume("a", TestBroker.TOPIC, Resume.since(10, 50));
		awaitSeqs(range(11, 50));
		assertThat(this.ada.text()).doesNotContain("resume:");
	}

	@Test
	void waitsForAReaderThatHasMuchBeforeIt() {
		this.stored.bodyBytes = 16 * 1024;
		this.stored.length = 300;
		this.ada.stall();
		Connection connection = resume("a", TestBroker.TOPIC, Resume.since(0, 300));
		Awaitility.await().until(() -> {
			this.broker.settle();
			return connection.output().outbox().bytes() > 100 * 1024;
		});
		assertThat(connection.output().outbox().isClosing()).isFalse();
		this.ada.read();
		awaitSeqs(range(1, 300));
		assertThat(this.broker.shard().overflows()).isZero();
	}

	@Test
	void resumesSeveralSubscriptionsOfAConnectionAtOnce() {
		this.stored.bodyBytes = 4 * 1024;
		this.stored.length = 200;
		this.ada.stall();
		Connection connection = resume("a", TestBroker.TOPIC, Resume.since(0, 200));
		TestBroker.subscribe(connection, "b", COFFEE, Resume.since(0, 200));
		Awaitility.await().until(() -> {
			this.broker.settle();
			return this.stored.reads.size() >= 2 && connection.output().outbox().bytes() > 100 * 1024;
		});
		this.ada.read();
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			assertThat(this.ada.seqs()).hasSize(400);
		});
	}

	@Test
	void resumesManySubscriptionsFromMemoryWithoutAnOverflow() {
		Connection connection = this.broker.open(this.ada);
		for (int topic = 0; topic < 40; topic++) {
			String destination = TOPIC_PREFIX + topic;
			this.broker.publish(EncodedMessage.event(destination, 1, new byte[60 * 1024], ""));
			TestBroker.subscribe(connection, "s" + topic, destination, Resume.since(0, 1));
		}
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			assertThat(this.ada.seqs()).hasSize(40);
		});
		assertThat(this.broker.shard().overflows()).isZero();
	}

	@Test
	void missesNothingThatIsPublishedWhileTheStoreIsRead() {
		// Nothing is in memory yet; while the store is read it is filled far beyond it.
		this.stored.whileReading = () -> {
			this.stored.whileReading = () -> {
			};
			this.stored.length = 600;
			TestBroker.events(1, 600).forEach(this.broker::publish);
			awaitShard();
		};
		resume("a", TestBroker.TOPIC, Resume.since(0, 0));
		awaitSeqs(range(1, 600));
		assertThat(this.ada.text()).doesNotContain("resume:");
	}

	@Test
	void endsTheConnectionWhosePastCannotBeRead() {
		this.stored.length = 10;
		this.stored.whileReading = () -> {
			throw new IllegalStateException("A fault of a test, on purpose");
		};
		resume("a", TestBroker.TOPIC, Resume.since(3, 10));
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			assertThat(this.ada.text()).contains("ERROR").contains("code:internal");
			assertThat(this.ada.closes()).hasSize(1);
		});
	}

	@Test
	void endsWithItsSubscription() {
		this.stored.length = 100_000;
		this.stored.bodyBytes = 1024;
		this.ada.stall();
		Connection connection = resume("a", TestBroker.TOPIC, Resume.since(0, 100_000));
		Awaitility.await().until(() -> {
			this.broker.settle();
			return connection.output().outbox().bytes() > 100 * 1024;
		});
		connection.subscriptions().remove("a");
		this.broker.settle();
		int reads = this.stored.reads.size();
		this.ada.read();
		Awaitility.await().until(() -> {
			this.broker.settle();
			return connection.output().outbox().bytes() == 0;
		});
		assertThat(this.stored.reads).hasSizeLessThanOrEqualTo(reads + 1);
	}

	/** Waits until the shard, whose rounds the test does, has dealt with all before. */
	private void awaitShard() {
		CountDownLatch dealt = new CountDownLatch(1);
		this.broker.shard().submit(dealt::countDown);
		try {
			assertThat(dealt.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError("Interrupted", ex);
		}
	}

	private Connection resume(String id, String destination, Resume resume) {
		Connection connection = this.broker.open(this.ada);
		TestBroker.subscribe(connection, id, destination, resume);
		return connection;
	}

	private void awaitSeqs(List<Long> seqs) {
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			assertThat(this.ada.seqs()).isEqualTo(seqs);
		});
	}

	private static List<Long> range(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

}
