package chat.hubbub.file.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store that may be away. Its faults become exceptions of input and output, and
 * the log has a line when it goes and when it comes back. Thread-safe.
 */
final class S3Calls {

	private static final Logger logger = LoggerFactory.getLogger(S3Calls.class);

	/** Less than the threads of the web server, which the chat needs too. */
	private static final int READERS = 64;

	private static final long TURN_SECONDS = 1;

	private final Semaphore readers = new Semaphore(READERS);

	private final AtomicBoolean away = new AtomicBoolean();

	/** Asks for what has no answer. */
	void run(Runnable call) throws IOException {
		answer(() -> {
			call.run();
			return this;
		});
	}

	/** Asks for an answer that a reader waits for. Only so many readers may wait. */
	<T> T answerReader(Supplier<T> call) throws IOException {
		try {
			if (!this.readers.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
				throw new IOException("Too many readers wait for the store of files");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		try {
			return answer(call);
		}
		finally {
			this.readers.release();
		}
	}

	/** Asks for an answer. */
	<T> T answer(Supplier<T> call) throws IOException {
		try {
			T answer = call.get();
			if (this.away.compareAndSet(true, false)) {
				logger.info("The store of files answers again");
			}
			return answer;
		}
		// The SDK throws others too, such as IllegalStateException if a file is shorter
		// than it was.
		catch (RuntimeException ex) {
			if (S3Fault.isAbsent(ex)) {
				throw new NoSuchFileException(String.valueOf(ex.getMessage()));
			}
			if (this.away.compareAndSet(false, true)) {
				logger.warn("The store of files fails: {}", ex.toString());
			}
			throw new IOException("The store of files fails: " + ex.getMessage(), ex);
		}
	}

}
