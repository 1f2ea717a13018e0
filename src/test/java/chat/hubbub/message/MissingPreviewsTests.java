package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import chat.hubbub.fixture.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.message.Posts.TEA;
import static org.assertj.core.api.Assertions.assertThat;

class MissingPreviewsTests {

	private static final Instant NOW = new FakeClock().instant();

	@TempDir
	private Path folder;

	private TestLog log;

	private MissingPreviews missing;

	@BeforeEach
	void open() {
		this.log = new TestLog(this.folder);
		this.missing = new MissingPreviews(this.log.database().client(), this.log.store());
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void findsTheNewestMessagesWithALinkAndNoPreview() {
		this.log.post("tea", "See https://a.example/1");
		this.log.post("tea", "nothing");
		this.log.post("coffee", "See https://a.example/2");
		this.log.post("tea", "See https://a.example/3");
		assertThat(texts(NOW.minusMillis(1), 9)).containsExactly("See https://a.example/3", "See https://a.example/2",
				"See https://a.example/1");
		assertThat(texts(NOW.minusMillis(1), 2)).containsExactly("See https://a.example/3", "See https://a.example/2");
		// PostgreSQL has a clock of its own.
		Posted newest = (Posted) this.missing.since(NOW.minusMillis(1), 1).get(0).event();
		assertThat(texts(newest.sentAt(), 9)).isEmpty();
	}

	@Test
	void leavesOutDeletedMessagesAndThoseThatHadAPreview() {
		this.log.post("tea", "See https://a.example/1");
		this.log.post("tea", "See https://a.example/2");
		this.log.post("tea", "See https://a.example/3");
		this.log.delete("tea", 1);
		preview(2, "https://a.example/2");
		preview(3, "https://a.example/3");
		this.log.removePreview("tea", 3);
		assertThat(texts(NOW.minusMillis(1), 9)).isEmpty();
		this.log.edit("tea", 2, "Now https://a.example/other");
		assertThat(texts(NOW.minusMillis(1), 9)).containsExactly("Now https://a.example/other");
	}

	private void preview(long target, String link) {
		this.log.events()
			.preview(TEA, target, Posts.ada("x").author(), new Preview(link, "Tea", null, null), null)
			.toCompletableFuture()
			.orTimeout(30, TimeUnit.SECONDS)
			.join();
	}

	private List<String> texts(Instant since, int limit) {
		return this.missing.since(since, limit).stream().map((entry) -> entry.event().text()).toList();
	}

}
