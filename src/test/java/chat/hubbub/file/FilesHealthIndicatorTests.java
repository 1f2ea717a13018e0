package chat.hubbub.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import chat.hubbub.file.Archive.FaultyBlobs;
import chat.hubbub.file.store.FolderBlobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class FilesHealthIndicatorTests {

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

	@TempDir
	private Path folder;

	private final List<String> probes = new ArrayList<>();

	private FaultyBlobs blobs;

	private FilesHealthIndicator health;

	@BeforeEach
	void open() {
		this.blobs = new FaultyBlobs(new FolderBlobs(this.folder));
		this.blobs.before = this.probes::add;
		this.health = new FilesHealthIndicator(this.blobs);
	}

	@Test
	void isDegradedWhileNoFileCanBeKept() {
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		this.blobs.before = (step) -> {
			throw new IOException("No space left on device");
		};
		this.health.attempt(0);
		assertDegraded(this.health.health(), "No space left on device");
		this.blobs.before = (step) -> {
			throw new IllegalStateException("closed");
		};
		this.health.attempt(0);
		assertDegraded(this.health.health(), "java.lang.IllegalStateException: closed");
		this.blobs.before = this.probes::add;
		this.health.attempt(0);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	/** Each attempt costs an answer of the store. */
	@Test
	void triesTheStoreSeldomUnlessItFails() {
		assertThat(rounds(8)).isEqualTo(2);
		this.health.health();
		assertThat(this.probes).hasSize(2);
		this.blobs.before = (step) -> {
			this.probes.add(step);
			throw new IOException("away");
		};
		assertThat(rounds(8)).isEqualTo(5);
	}

	private int rounds(int count) {
		this.probes.clear();
		for (int round = 0; round < count; round++) {
			this.health.round();
		}
		return this.probes.size();
	}

	@Test
	void isDegradedWhileTheStoreStandsStill() {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.blobs.before = (step) -> {
			asked.countDown();
			await(answer);
		};
		CompletableFuture<Void> attempt = CompletableFuture.runAsync(() -> this.health.attempt(7),
				(task) -> new Thread(task).start());
		await(asked);
		assertThat(this.health.health(7 + PATIENCE).getStatus()).isEqualTo(Status.UP);
		assertDegraded(this.health.health(8 + PATIENCE), "The store of files has not answered for 30 s");
		answer.countDown();
		attempt.join();
		assertThat(this.health.health(8 + PATIENCE).getStatus()).isEqualTo(Status.UP);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void assertDegraded(Health health, String reason) {
		assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
		assertThat(health.getDetails()).containsEntry("reason", reason);
	}

}
