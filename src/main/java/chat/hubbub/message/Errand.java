package chat.hubbub.message;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.store.StoreUnavailable;

/**
 * Something that the log's writer does between two commits.
 *
 * @param <T> what comes of it
 * @param act what to do
 * @param done completes when it is done
 */
record Errand<T>(Supplier<T> act, CompletableFuture<T> done) {

	private static final Logger logger = LoggerFactory.getLogger(Errand.class);

	Errand(Supplier<T> act) {
		this(act, new CompletableFuture<>());
	}

	/** Whatever comes of it, the writer goes on. */
	void run() {
		try {
			this.done.complete(this.act.get());
		}
		catch (RuntimeException | Error ex) {
			logger.error("A change to the message log failed", ex);
			refuse();
		}
	}

	void refuse() {
		this.done.completeExceptionally(new StoreUnavailable());
	}

}
