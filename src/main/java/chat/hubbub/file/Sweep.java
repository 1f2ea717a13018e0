package chat.hubbub.file;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.file.FileRows.Released;
import chat.hubbub.file.store.Blobs;
import chat.hubbub.message.Deleted;
import chat.hubbub.message.EventLog;

/**
 * Deletes files that belong to no message any more, on a thread of its own: at once when
 * a message was deleted, and what a fault or a crash has kept within a minute or a day.
 * Its steps may be repeated, by several nodes too.
 */
@Component
class Sweep implements DisposableBean {

	/** After this time an upload belongs to no message, and bytes to no upload. */
	static final Duration ORPHAN = Duration.ofDays(1);

	private static final Logger logger = LoggerFactory.getLogger(Sweep.class);

	private static final Duration EVERY = Duration.ofMinutes(1);

	private static final Duration STRAYS_EVERY = Duration.ofHours(6);

	private static final int STEP = 100;

	private final FileRows rows;

	private final Vault vault;

	private final Blobs blobs;

	private final Quotas quotas;

	private final Clock clock;

	private final TransactionOperations transaction;

	private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Sweep::newThread);

	Sweep(FileRows rows, Vault vault, Blobs blobs, Quotas quotas, Clock clock, TransactionOperations transaction,
			EventLog log) {
		this.rows = rows;
		this.vault = vault;
		this.blobs = blobs;
		this.quotas = quotas;
		this.clock = clock;
		this.transaction = transaction;
		log.onCommit((committed) -> {
			if (committed.entries().stream().anyMatch((entry) -> entry.event() instanceof Deleted)) {
				soon();
			}
		});
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		Future<?> unused = this.thread.scheduleWithFixedDelay(() -> attempt(this::sweep), 0, EVERY.toSeconds(),
				TimeUnit.SECONDS);
		Future<?> unusedToo = this.thread.scheduleWithFixedDelay(() -> attempt(this::sweepStrays), 0,
				STRAYS_EVERY.toSeconds(), TimeUnit.SECONDS);
	}

	/** Looks for released files a moment later. */
	void soon() {
		try {
			if (this.thread.getQueue().size() < STEP) {
				this.thread.execute(() -> attempt(this::sweepReleased));
			}
		}
		catch (RejectedExecutionException ex) {
			// The server stops, and the next start sweeps.
		}
	}

	/** Cancels old uploads and deletes released files. */
	void sweep() throws IOException {
		this.transaction.executeWithoutResult((status) -> this.rows.cancelOrphans(ORPHAN));
		this.quotas.forget();
		sweepReleased();
	}

	private void sweepReleased() throws IOException {
		List<Released> released = this.rows.released(STEP);
		while (!released.isEmpty()) {
			for (Released each : released) {
				if (isRemoved(each.file())) {
					this.vault.delete(each.file());
				}
				this.rows.forget(each);
			}
			released = this.rows.released(STEP);
		}
	}

	/** Another upload of the same bytes may refer to it in this moment. */
	private boolean isRemoved(String file) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.rows.removeUnreferenced(file)));
	}

	/** Finds what a crash has left. */
	void sweepStrays() throws IOException {
		for (String file : this.rows.unreferenced()) {
			this.rows.release(new Released(Word.create(Word.ID_BYTES), file));
		}
		this.blobs.visit(this.clock.instant().minus(ORPHAN), this::deleteStrays);
		sweepReleased();
	}

	private void deleteStrays(List<String> names) {
		for (int at = 0; at < names.size(); at += STEP) {
			List<String> some = names.subList(at, Math.min(at + STEP, names.size()));
			Set<String> known = this.rows.known(some.stream().map(StoredFile::fileOf).collect(Collectors.toSet()));
			for (String name : some) {
				if (!known.contains(StoredFile.fileOf(name))) {
					attempt(() -> this.blobs.delete(name));
				}
			}
		}
	}

	private static void attempt(Work work) {
		try {
			work.run();
		}
		catch (IOException | DataAccessException | TransactionException ex) {
			logger.warn("Files without a message could not be deleted yet: {}", ex.toString());
		}
		catch (RuntimeException | Error ex) {
			logger.error("Files without a message could not be deleted", ex);
		}
	}

	@Override
	public void destroy() {
		this.thread.shutdownNow();
	}

	private static Thread newThread(Runnable work) {
		Thread thread = new Thread(work, "files");
		thread.setDaemon(true);
		return thread;
	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

}
