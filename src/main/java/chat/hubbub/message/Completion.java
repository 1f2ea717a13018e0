package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes a commit that is on disk: publishes its events, tells the listeners, and
 * answers its wishes. For the thread that writes, except the registration.
 */
final class Completion {

	private static final Logger logger = LoggerFactory.getLogger(Completion.class);

	private final Publication publication;

	private final List<Consumer<Committed>> listeners = new CopyOnWriteArrayList<>();

	Completion(Publication publication) {
		this.publication = publication;
	}

	/** Registers a listener for new events; for any thread. */
	void onCommit(Consumer<Committed> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Completes a commit.
	 * @param nanos the time that it took
	 */
	void complete(Commit commit, List<Addition> added, long nanos) {
		if (!commit.isEmpty()) {
			this.publication.committed(nanos);
			boolean published = this.publication.publish(commit);
			tell(commit);
			if (published) {
				commit.complete();
			}
		}
		added.forEach(Addition::complete);
	}

	private void tell(Commit commit) {
		if (this.listeners.isEmpty()) {
			return;
		}
		Committed committed = commit.committed();
		if (!committed.entries().isEmpty()) {
			this.listeners.forEach((listener) -> tell(committed, listener));
		}
	}

	private static void tell(Committed committed, Consumer<Committed> listener) {
		try {
			listener.accept(committed);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A listener missed {} events", committed.entries().size(), ex);
		}
	}

}
