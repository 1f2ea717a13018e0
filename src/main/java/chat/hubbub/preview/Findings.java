package chat.hubbub.preview;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages and pictures behind links. They are remembered for some time, and so are
 * links that lead to nothing, so that a link in many messages is read once. Thread-safe.
 */
final class Findings {

	private static final Logger logger = LoggerFactory.getLogger(Findings.class);

	/** A page may change. */
	static final Duration KEPT = Duration.ofHours(1);

	/** A server may have a short fault. */
	static final Duration NOTHING_KEPT = Duration.ofMinutes(5);

	private static final long MAX_BYTES = 4 * 1024 * 1024;

	private static final int OWN_BYTES = 500;

	private static final int BYTES_PER_CHARACTER = 2;

	private final AsyncCache<String, Optional<Found>> known;

	private final Source source;

	private final Executor threads;

	/**
	 * Nothing yet.
	 * @param source reads links
	 * @param threads read in turn
	 * @param ticker the nano time
	 */
	Findings(Source source, Executor threads, Ticker ticker) {
		this.source = source;
		this.threads = threads;
		this.known = Caffeine.newBuilder()
			.maximumWeight(MAX_BYTES)
			.weigher(Findings::bytes)
			.expireAfter(
					Expiry.<String, Optional<Found>>creating((link, found) -> found.isPresent() ? KEPT : NOTHING_KEPT))
			.ticker(ticker)
			.executor(Runnable::run)
			.buildAsync();
	}

	/**
	 * Finds the page or the picture behind a link, which is read once at a time.
	 * @return completes with an empty value if there is nothing to show
	 * @throws java.util.concurrent.RejectedExecutionException if too many links wait
	 */
	CompletableFuture<Optional<Found>> of(String link) {
		return this.known.get(link, (key, unused) -> CompletableFuture.supplyAsync(() -> read(key), this.threads));
	}

	private Optional<Found> read(String link) {
		try {
			return this.source.read(link);
		}
		// A refused address, no answer, or a page that cannot be read.
		catch (IOException | RuntimeException ex) {
			logger.debug("A link has no preview: {}", ex.toString());
			return Optional.empty();
		}
	}

	private static int bytes(String link, Optional<Found> found) {
		return OWN_BYTES + BYTES_PER_CHARACTER * link.length() + found.map(Found::bytes).orElse(0);
	}

	/** Reads links. */
	@FunctionalInterface
	interface Source {

		/** See {@link Fetcher#fetch}. */
		Optional<Found> read(String link) throws IOException;

	}

}
