package chat.hubbub.message;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * Rows that are stored with the wishes of a group, but fail alone. For the thread that
 * writes, except its future.
 */
final class Addition {

	private final String name;

	private final Collection<TopicName> topics;

	private final Runnable rows;

	/** The nano time from which on it is worth a commit of its own. */
	private final long due;

	private final CompletableFuture<Void> stored = new CompletableFuture<>();

	private @Nullable Throwable fault;

	/**
	 * An addition that waits.
	 * @param name its place among the additions of a commit, which is the same on every
	 * node, so that two nodes never wait for each other's rows in a circle
	 */
	Addition(String name, Collection<TopicName> topics, Runnable rows, long due) {
		this.name = name;
		this.topics = topics;
		this.rows = rows;
		this.due = due;
	}

	String name() {
		return this.name;
	}

	/** The topics whose messages it changes. */
	Collection<TopicName> topics() {
		return this.topics;
	}

	boolean isDue(long now) {
		return now - this.due >= 0;
	}

	CompletableFuture<Void> stored() {
		return this.stored;
	}

	/** Writes its rows; while a commit runs. An earlier attempt does not count. */
	void write() {
		this.fault = null;
		this.rows.run();
	}

	/** It is the cause of a fault. */
	void blame(Throwable cause) {
		this.fault = cause;
	}

	boolean isToBlame() {
		return this.fault != null;
	}

	/** The commit is on disk, with its rows unless it failed. */
	void complete() {
		if (this.fault != null) {
			this.stored.completeExceptionally(this.fault);
		}
		else {
			this.stored.complete(null);
		}
	}

	void fail(Throwable cause) {
		this.stored.completeExceptionally((this.fault != null) ? this.fault : cause);
	}

}
