package chat.hubbub.message.follow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import chat.hubbub.fixture.StoreLock;
import chat.hubbub.message.Follower.Start;
import chat.hubbub.message.TestLog;
import chat.hubbub.topic.TopicName;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class FollowerThreadTests {

	private static final TopicName TEA = new TopicName("tea");

	private static final long ROOM = 1024 * 1024;

	@TempDir
	private Path folder;

	private TestLog log;

	private JdbcTemplate jdbc;

	private CursorStore cursors;

	private final List<FollowerThread> threads = new ArrayList<>();

	@BeforeEach
	void open() {
		this.log = new TestLog(this.folder);
		this.jdbc = this.log.database().template();
		this.cursors = new CursorStore(this.jdbc);
	}

	@AfterEach
	void close() throws InterruptedException {
		stop();
		this.log.close();
	}

	@Test
	void followsAllTopicsInTheirOrder() {
		Noted index = new Noted("index", this.jdbc);
		this.log.post("tea", "old");
		start(index);
		this.log.post("coffee", "a");
		this.log.post("tea", "new");
		this.log.delete("tea", 1);
		patiently().until(() -> index.count() == 4);
		assertThat(index.of("tea")).first().isIn("1 old", "1 nothing");
		assertThat(index.of("tea")).endsWith("2 new", "3 deleted nothing");
		assertThat(index.of("coffee")).containsExactly("1 a");
		assertThat(this.cursors.cursors("index")).isEqualTo(this.cursors.heads());
	}

	@Test
	void followsNoTopicThatHasNoEvents() {
		Noted index = new Noted("index", this.jdbc);
		start(index);
		this.log.post("tea", "1");
		patiently().until(() -> index.count() == 1);
		assertThat(this.cursors.cursors("index")).hasSize(1);
	}

	@Test
	void continuesAfterItsLastStoredStep() throws Exception {
		Noted index = new Noted("index", this.jdbc);
		start(index);
		this.log.post("tea", "1");
		patiently().until(() -> index.count() == 1);
		stop();
		this.log.post("tea", "2");
		start(index);
		this.log.post("tea", "3");
		patiently().until(() -> index.count() == 3);
		assertThat(index.of("tea")).containsExactly("1 1", "2 2", "3 3");
	}

	@Test
	void startsAfterTheNewestEventIfItWantsTo() throws Exception {
		Noted unread = new Noted("unread", this.jdbc, Start.NEWEST_EVENT);
		this.log.post("tea", "old");
		start(unread);
		patiently().until(() -> !this.cursors.cursors("unread").isEmpty());
		this.log.post("tea", "new");
		patiently().until(() -> unread.count() == 1);
		stop();
		this.log.addTopic("films");
		this.log.post("films", "first");
		start(unread);
		patiently().until(() -> unread.count() == 2);
		assertThat(unread.of("tea")).containsExactly("2 new");
		assertThat(unread.of("films")).containsExactly("1 first");
	}

	@Test
	void isGivenTogetherWhatCameMeanwhile() {
		Noted index = new Noted("index", this.jdbc);
		start(index);
		index.halt();
		this.log.post("tea", "1");
		patiently().until(() -> index.calls().size() == 1);
		this.log.postMany("coffee", 3_000);
		index.resume();
		patiently().until(() -> index.count() == 3_001);
		assertThat(index.calls()).containsExactly(1, 3_000);
		assertThat(index.of("coffee")).isEqualTo(numbers(1, 3_000));
	}

	/** As one does that was held up for an hour. */
	@Test
	void readsFromTheStoreWhatItsMemoryHasNoRoomFor() {
		Noted index = new Noted("index", this.jdbc);
		Noted other = new Noted("other", this.jdbc);
		start(index, new Feed(10_000));
		start(other);
		index.halt();
		this.log.post("tea", "1");
		patiently().until(() -> index.calls().size() == 1);
		this.log.postMany("coffee", 9_500);
		this.log.postMany("tea", 100);
		patiently().until(() -> other.count() == 9_601);
		assertThat(index.count()).isZero();
		index.resume();
		this.log.postMany("tea", 100);
		patiently().until(() -> index.count() == 9_701);
		assertThat(index.calls()).allMatch((size) -> size <= 1_000);
		assertThat(index.of("coffee")).isEqualTo(numbers(1, 9_500));
		assertThat(index.of("tea")).isEqualTo(other.of("tea")).hasSize(201);
	}

	@Test
	@SuppressWarnings("try")
	void goesOnAfterTheStoreWasLocked() {
		Noted index = new Noted("index", this.jdbc);
		FollowerThread thread = start(index);
		index.halt();
		this.log.post("tea", "1");
		patiently().until(() -> index.calls().size() == 1);
		try (StoreLock lock = new StoreLock(this.folder)) {
			index.resume();
			patiently().until(() -> thread.trouble(System.nanoTime()).isPresent());
		}
		patiently().until(() -> index.count() == 1);
		this.log.post("tea", "2");
		patiently().until(() -> index.count() == 2);
		assertThat(index.of("tea")).containsExactly("1 1", "2 2");
	}

	@Test
	void isGivenWhatTheStoreHasThoughItComesFromMemory() {
		Noted index = new Noted("index", this.jdbc);
		start(index);
		index.halt();
		this.log.post("coffee", "1");
		patiently().until(() -> index.calls().size() == 1);
		this.log.post("tea", "secret");
		this.log.post("tea", "public");
		this.log.edit("tea", 2, "improved");
		this.log.edit("tea", 1, "still secret");
		this.log.delete("tea", 1);
		index.resume();
		patiently().until(() -> index.count() == 6);
		assertThat(index.given()).containsAll(this.log.events().after(TEA, 0, 10));
		assertThat(index.of("tea")).containsExactly("1 nothing", "2 improved", "3 edited improved", "4 edited nothing",
				"5 deleted nothing");
	}

	@Test
	void doesNotHarmOthersIfItThrows(CapturedOutput output) {
		Noted broken = new Noted("broken", this.jdbc);
		Noted index = new Noted("index", this.jdbc);
		FollowerThread thread = start(broken);
		start(index);
		broken.refuse("bad");
		assertThat(this.log.post("tea", "good")).isEqualTo(1);
		patiently().until(() -> broken.count() == 1);
		assertThat(thread.trouble(System.nanoTime())).isEmpty();
		this.log.post("tea", "bad");
		this.log.post("tea", "late");
		patiently().until(() -> broken.calls().size() > 5);
		patiently().until(() -> index.count() == 3);
		assertThat(broken.of("tea")).containsExactly("1 good");
		assertThat(thread.trouble(System.nanoTime())).hasValueSatisfying((reason) -> reason.contains("on purpose"));
		broken.refuse("");
		patiently().until(() -> broken.count() == 3);
		assertThat(broken.of("tea")).isEqualTo(index.of("tea")).containsExactly("1 good", "2 bad", "3 late");
		patiently().until(() -> thread.trouble(System.nanoTime()).isEmpty());
		assertThat(output.getAll().split("Follower broken failed", -1)).hasSize(2);
		assertThat(output.getAll().split("Follower broken follows again", -1)).hasSize(2);
	}

	@Test
	void repeatsAStepThatCouldNotBeStored() {
		Noted broken = new Noted("broken", this.jdbc);
		Noted index = new Noted("index", this.jdbc);
		start(broken);
		start(index);
		broken.failToStore("bad");
		assertThat(this.log.post("tea", "bad")).isEqualTo(1);
		assertThat(this.log.post("tea", "2")).isEqualTo(2);
		patiently().until(() -> index.count() == 2 && broken.calls().size() > 3);
		assertThat(broken.count()).isZero();
		broken.failToStore("");
		patiently().until(() -> broken.count() == 2);
	}

	@Test
	void tellsOfAStepThatDoesNotEnd() {
		Noted slow = new Noted("slow", this.jdbc);
		FollowerThread thread = start(slow);
		slow.halt();
		this.log.post("tea", "1");
		patiently().until(() -> slow.calls().size() == 1);
		assertThat(thread.trouble(System.nanoTime())).isEmpty();
		assertThat(thread.trouble(System.nanoTime() + TimeUnit.MINUTES.toNanos(2))).isPresent();
		slow.resume();
		patiently().until(() -> slow.count() == 1);
	}

	@Test
	void endsInTheMiddleOfAStepAndRepeatsIt() throws Exception {
		Noted slow = new Noted("slow", this.jdbc);
		start(slow);
		slow.halt();
		this.log.post("tea", "1");
		patiently().until(() -> slow.calls().size() == 1);
		stop();
		assertThat(slow.count()).isZero();
		slow.resume();
		start(slow);
		patiently().until(() -> slow.count() == 1);
	}

	/** As two servers with one database would. */
	@Test
	void storesEachEventOnceThoughTwoFollowUnderOneName() {
		Noted here = new Noted("index", this.jdbc);
		Noted there = new Noted("index", this.jdbc);
		FollowerThread one = start(here);
		FollowerThread other = start(there);
		for (int number = 1; number <= 100; number++) {
			this.log.post("tea", "" + number);
		}
		patiently().until(() -> here.count() == 100);
		this.log.post("tea", "101");
		patiently().until(() -> here.count() == 101);
		assertThat(here.of("tea")).isEqualTo(numbers(1, 101));
		assertThat(one.trouble(System.nanoTime())).isEmpty();
		assertThat(other.trouble(System.nanoTime())).isEmpty();
	}

	@Test
	void followsOnlyWithTheLease() {
		Noted here = new Noted("index", this.jdbc);
		Noted there = new Noted("index", this.jdbc);
		AtomicLong holder = new AtomicLong(1);
		AtomicBoolean refused = new AtomicBoolean();
		start(here, () -> {
			refused.set(holder.get() != 1);
			return refused.get() ? 0 : 1;
		});
		start(there, () -> (holder.get() == 2) ? 2 : 0);
		this.log.post("tea", "1");
		patiently().until(() -> here.count() == 1 && isAnyWaiting());
		holder.set(2);
		this.log.post("tea", "2");
		patiently().untilTrue(refused);
		patiently().until(() -> there.count() == 2);
		assertThat(here.calls()).hasSize(1);
		assertThat(there.calls()).containsExactly(1);
	}

	/** Its events belong to the node that has taken it. */
	@Test
	void storesNothingWithoutTheLease() {
		Noted index = new Noted("index", this.jdbc);
		AtomicBoolean lost = new AtomicBoolean(true);
		FollowerThread thread = start(index, new Lease() {

			@Override
			public long hold() {
				return 1;
			}

			@Override
			public void check() {
				if (lost.getAndSet(false)) {
					throw new LeaseLost("index");
				}
			}

		});
		this.log.post("tea", "1");
		patiently().until(() -> index.count() == 1);
		assertThat(index.calls()).containsExactly(1, 1);
		assertThat(thread.trouble(System.nanoTime())).isEmpty();
	}

	/** As on a node whose neighbour has stored them. */
	@Test
	void readsWhatItWasNotToldOf() {
		Noted index = new Noted("index", this.jdbc);
		this.log.post("tea", "1");
		FollowerThread thread = new FollowerThread(index, this.log.events(), this.cursors, new Feed(ROOM),
				Duration.ofMillis(1));
		this.threads.add(thread);
		thread.start();
		patiently().until(() -> index.count() == 1);
		this.log.post("tea", "2");
		thread.lag(Map.of(TEA, 2L));
		patiently().until(() -> index.count() == 2);
	}

	/** The other node may write all the time, and there may be very many topics. */
	@Test
	void readsTheHeadsOfAllTopicsOnlyAtItsStart() {
		AtomicLong heads = new AtomicLong();
		this.cursors = new CursorStore(this.jdbc) {

			@Override
			Map<TopicName, Long> heads() {
				heads.incrementAndGet();
				return super.heads();
			}

		};
		Noted index = new Noted("index", this.jdbc);
		this.log.post("tea", "1");
		FollowerThread thread = start(index);
		patiently().until(() -> index.count() == 1);
		index.halt();
		this.log.post("coffee", "1");
		this.log.post("tea", "2");
		thread.lag(Map.of(TEA, 2L));
		index.resume();
		patiently().until(() -> index.count() == 3);
		assertThat(index.of("tea")).containsExactly("1 1", "2 2");
		assertThat(heads).hasValue(1);
	}

	/** Whether a thread waits for events, without a limit. */
	private static boolean isAnyWaiting() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch(
					(thread) -> thread.getName().equals("follower-index") && thread.getState() == Thread.State.WAITING);
	}

	private FollowerThread start(Noted follower, Lease lease) {
		FollowerThread thread = new FollowerThread(follower, this.log.events(), this.cursors, new Feed(ROOM),
				Duration.ofMillis(1), lease);
		this.log.events().onCommit(thread::add);
		this.threads.add(thread);
		thread.start();
		return thread;
	}

	private FollowerThread start(Noted follower) {
		return start(follower, new Feed(ROOM));
	}

	private FollowerThread start(Noted follower, Feed feed) {
		FollowerThread thread = new FollowerThread(follower, this.log.events(), this.cursors, feed,
				Duration.ofMillis(1));
		this.log.events().onCommit(thread::add);
		this.threads.add(thread);
		thread.start();
		return thread;
	}

	private void stop() throws InterruptedException {
		this.threads.forEach(FollowerThread::close);
		for (FollowerThread thread : this.threads) {
			thread.join(Duration.ofSeconds(30));
		}
		this.threads.clear();
	}

	private static List<String> numbers(int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj((number) -> number + " " + number).toList();
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

}
