package chat.hubbub.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.FakeClock;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Previewed;
import chat.hubbub.message.TestLog;
import chat.hubbub.topic.TopicName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Links wait for their turn until a test opens the web. */
class PreviewerTests {

	private static final TopicName TEA = new TopicName("tea");

	/** Four are being read and a hundred wait. */
	private static final int MOST = 104;

	@TempDir
	private Path folder;

	private final CountDownLatch web = new CountDownLatch(1);

	private final Set<String> read = ConcurrentHashMap.newKeySet();

	private TestLog log;

	private Previewer previewer;

	@BeforeEach
	void open() {
		this.log = new TestLog(this.folder);
		this.previewer = new Previewer(this::read, this.log.events(), null, null, new FakeClock());
	}

	@AfterEach
	void close() {
		this.previewer.destroy();
		this.log.close();
	}

	@Test
	void tenLinksOfOnePersonMayWait() {
		List<LogEntry> posted = post(12);
		this.previewer.follow(posted.subList(0, 11));
		this.previewer.follow(List.of(by("grace", posted.get(11))));
		this.web.countDown();
		awaitPreviews(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12);
		assertThat(this.read).doesNotContain(link(11));
		// There is room again.
		this.previewer.follow(posted.subList(10, 11));
		awaitPreviews(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
	}

	@Test
	void aHundredLinksOfAllMayWait() {
		List<LogEntry> posted = new ArrayList<>(post(MOST + 6));
		for (int at = 0; at < posted.size(); at++) {
			posted.set(at, by("person-" + at / 10, posted.get(at)));
		}
		this.previewer.follow(posted);
		this.web.countDown();
		awaitPreviews(IntStream.rangeClosed(1, MOST).toArray());
		assertThat(this.read).hasSize(MOST);
		this.previewer.follow(posted.subList(MOST, MOST + 6));
		awaitPreviews(IntStream.rangeClosed(1, MOST + 6).toArray());
	}

	private List<LogEntry> post(int count) {
		IntStream.range(1, count).forEach((number) -> this.log.postLater("tea", link(number)));
		this.log.post("tea", link(count));
		return this.log.events().after(TEA, 0, count);
	}

	private static LogEntry by(String author, LogEntry entry) {
		return new LogEntry(entry.event(), author);
	}

	private static String link(int number) {
		return "https://a.example/" + number;
	}

	private void awaitPreviews(int... targets) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(previewed().mapToInt((event) -> (int) event.target()).sorted().toArray())
				.isEqualTo(targets));
	}

	private Stream<Previewed> previewed() {
		return this.log.events()
			.after(TEA, 0, 1_000)
			.stream()
			.map(LogEntry::event)
			.filter(Previewed.class::isInstance)
			.map(Previewed.class::cast);
	}

	private Optional<Found> read(String link) {
		try {
			this.web.await();
		}
		catch (InterruptedException ex) {
			return Optional.empty();
		}
		this.read.add(link);
		return Optional.of(new Found("Tea", null, null));
	}

}
