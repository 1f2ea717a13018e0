package chat.hubbub.message;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
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
	 * Gives a message the preview of its first link. The topic gets an event
	 * {@link Previewed}. Blocks only while the log's queue is full.
	 * @param topic the topic
	 * @param target the number of the message
	 * @param author the author of the message
	 * @param preview the preview without its picture
	 * @param picture its picture, or {@code null}
	 * @return completes when it is stored and handed to every subscriber, with an empty
	 * value if the message has another first link meanwhile or had a preview of this one
	 * before, or fails with {@link chat.hubbub.store.StoreUnavailable}
	 */
	public CompletionStage<Optional<Previewed>> preview(TopicName topic, long target, User author, Preview preview,
			@Nullable KeptPicture picture) {
		Previewing wish = new Previewing(topic, author, target, preview, picture);
		return this.log.append(wish, wish.event());
	}

	/**
	 * Stores rows in the next commit of the writer. If no message is stored for some
	 * time, one commit stores everything that waits. A caller has at most one such write
	 * under way, because they are not limited in number.
	 * @param name the name of the caller. The rows of a commit are written in the order
	 * of these names, and a caller writes its own in the order of their keys, so that two
	 * nodes never wait for each other in a circle.
	 * @param rows writes the rows, on the thread of the writer: see
	 * {@link Follower.Step#store}
	 * @param within the time to wait for a commit of messages; zero for a commit at once
	 * @return completes when the rows are on disk, or fails with the exception of
	 * {@code rows} or of the store; then nothing of them is stored
	 */
	public CompletableFuture<Void> store(String name, Runnable rows, Duration within) {
		return this.log.store(name, rows, within);
	}

	/** See {@link MessageLog#store(String, Collection, Runnable, Duration)}. */
	CompletableFuture<Void> store(String name, Collection<TopicName> topics, Runnable rows, Duration within) {
		return this.log.store(name, topics, rows, within);
	}

}
