package chat.hubbub.message;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import chat.hubbub.topic.TopicName;

/**
 * The log of all topics, for code that reads it after the commit and stores rows of its
 * own without a commit of its own. It asks for no rights. Thread-safe.
 */
@Component
public class EventLog {

	private final MessageLog log;

	private final MessageStore store;

	EventLog(MessageLog log, MessageStore store) {
		this.log = log;
		this.store = store;
	}

	/**
	 * Registers a listener for all commits with new events, for the life of the server.
	 * It is called after the events were published, in their order, on the thread of the
	 * writer: it must not block and not throw.
	 * @param listener the listener
	 */
	public void onCommit(Consumer<Committed> listener) {
		this.log.onCommit(listener);
	}

	/**
	 * Registers code that takes part in each commit, for the life of the server. It is
	 * called in the transaction, after the rows of the events were written and before the
	 * COMMIT, on the thread of the writer. It reads and writes in this transaction if it
	 * gets its connection from Spring, and must be quick, because the topics are locked.
	 * If it throws, nothing of the commit is stored.
	 * @param participant receives the new events; a commit without any is empty
	 */
	public void beforeCommit(Consumer<Committed> participant) {
		this.store.beforeCommit(participant);
	}

	/**
	 * Reads stored events of a topic.
	 * @param topic the topic
	 * @param seq only events after this number
	 * @param limit the maximum number of events
	 * @return a new list, the oldest first; fewer events if their bodies would exceed 1
	 * MiB, and empty only at the end
	 */
	public List<LogEntry> after(TopicName topic, long seq, int limit) {
		return this.store.entriesAfter(topic, seq, limit);
	}

	/**
	 * Stores rows in the next commit of the writer. If no message is stored for some
	 * time, one commit stores everything that waits. A caller has at most one such write
	 * under way, because they are not limited in number.
	 * @param rows writes the rows, on the thread of the writer: see
	 * {@link Follower.Step#store}
	 * @param within the time to wait for a commit of messages; zero for a commit at once
	 * @return completes when the rows are on disk, or fails with the exception of
	 * {@code rows} or of the store; then nothing of them is stored
	 */
	public CompletableFuture<Void> store(Runnable rows, Duration within) {
		return this.log.store(rows, within);
	}

	/** See {@link MessageLog#store(Collection, Runnable, Duration)}. */
	CompletableFuture<Void> store(Collection<TopicName> topics, Runnable rows, Duration within) {
		return this.log.store(topics, rows, within);
	}

}
