package chat.hubbub.file;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.file.store.Blobs;
import chat.hubbub.timer.Ticker;

/**
 * Reports the server as degraded while files cannot be kept. It is not down: it stores
 * and delivers messages. A thread of its own tries the store of files, so that a request
 * for the health waits neither for a disk nor for a network. Thread-safe.
 */
@Component
class FilesHealthIndicator implements HealthIndicator, DisposableBean {

	/** After a fault, each round tries the store; otherwise one of {@link #CALM}. */
	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final int CALM = 4;

	/** An attempt may take the 20 s after which a call of S3 ends. */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final Blobs blobs;

	private final Ticker ticker = new Ticker("files-health", ROUND, this::round, "The store of files was not tried");

	private volatile @Nullable String fault;

	private volatile boolean trying;

	private volatile long began;

	private int rounds;

	FilesHealthIndicator(Blobs blobs) {
		this.blobs = blobs;
	}

	/** The start has tried the store already. */
	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.ticker.start();
	}

	void round() {
		if (this.fault != null || ++this.rounds % CALM == 0) {
			attempt(System.nanoTime());
		}
	}

	void attempt(long now) {
		this.began = now;
		this.trying = true;
		try {
			this.blobs.probe();
			this.fault = null;
		}
		catch (IOException ex) {
			this.fault = String.valueOf(ex.getMessage());
		}
		catch (RuntimeException ex) {
			this.fault = ex.toString();
		}
		finally {
			this.trying = false;
		}
	}

	@Override
	public Health health() {
		return health(System.nanoTime());
	}

	Health health(long now) {
		String reason = this.fault;
		if (this.trying && now - this.began > LONGEST.toNanos()) {
			reason = "The store of files has not answered for 30 s";
		}
		return (reason == null) ? Health.up().build() : Health.status("DEGRADED").withDetail("reason", reason).build();
	}

	@Override
	public void destroy() {
		this.ticker.stop();
	}

}
