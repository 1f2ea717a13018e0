package chat.hubbub.unread;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import chat.hubbub.topic.TopicName;

/**
 * The newest messages of a topic in memory, to count those after a mark. They are read
 * from the store when somebody needs them. The writer of the log adds, one other thread
 * reads and loads. Thread-safe: all methods hold this object's monitor, for a short time.
 */
final class Posts {

	/** The number of messages that count. */
	static final int MOST = 1_000;

	private static final int OWN_BYTES = 256;

	private final TopicName topic;

	private long head;

	/** The number of the newest event that exists, as far as is known. */
	private long known;

	/** The number and the time of the newest message, or greater ones. */
	private long lastSeq;

	private long lastTime;

	private PostList list = new PostList();

	private PostMentions mentions = new PostMentions();

	/** Whether new messages are kept. */
	private boolean kept;

	/** Whether those from the store are there too. */
	private boolean loaded;

	/** The messages that are deleted while the others are being read. */
	private final Set<Long> deleted = new HashSet<>(0);

	private boolean changed;

	/**
	 * A topic without messages in memory.
	 * @param head the number of its newest event
	 * @param now the time in ms, at which all its messages are older
	 */
	Posts(TopicName topic, long head, long now) {
		this.topic = topic;
		this.head = head;
		this.lastSeq = head;
		this.lastTime = now;
	}

	TopicName topic() {
		return this.topic;
	}

	synchronized long head() {
		return this.head;
	}

	/** An event has come that neither posts nor deletes a message. */
	synchronized void reach(long seq) {
		this.head = Math.max(this.head, seq);
	}

	/** Whether an event is the next one. If not, others are missing, or it has come. */
	synchronized boolean isNext(long seq) {
		return seq == this.head + 1;
	}

	/**
	 * There is an event whose predecessors may be missing.
	 * @return whether this is the first change since {@link #takeChange}
	 */
	synchronized boolean know(long seq) {
		this.known = Math.max(this.known, seq);
		return this.known > this.head && change();
	}

	/** The number of events that are missing. */
	synchronized long missing() {
		return Math.max(0, this.known - this.head);
	}

	/** So many events are missing that everything is read again when it is needed. */
	synchronized void skip(long now) {
		forget();
		this.head = this.known;
		this.lastSeq = this.known;
		this.lastTime = now;
	}

	/**
	 * A message has come.
	 * @return whether this is the first change since {@link #takeChange}
	 */
	synchronized boolean add(Post post) {
		if (post.seq() <= this.head) {
			return false;
		}
		this.head = post.seq();
		this.lastSeq = post.seq();
		this.lastTime = post.sentAt();
		if (this.kept) {
			// The store may have had it before the writer told of it, maybe without
			// people.
			if (post.seq() > this.list.lastSeq()) {
				this.list.add(post);
			}
			if (!post.people().isEmpty()) {
				this.mentions.put(post.seq(), post.people());
			}
			if (this.loaded) {
				this.mentions.removeBefore(this.list.get(0).seq());
			}
		}
		return change();
	}

	/**
	 * A message was edited, and mentions these people now.
	 * @return whether this is the first change since {@link #takeChange}
	 */
	synchronized boolean mention(long seq, long target, List<Integer> people) {
		if (seq <= this.head) {
			// It has come before, and a later edit may have come since.
			return false;
		}
		this.head = seq;
		if (this.kept) {
			this.mentions.put(target, people);
		}
		return change();
	}

	/**
	 * A message was deleted.
	 * @param seq the number of the event that deletes it
	 * @param target its number
	 * @return whether this is the first change since {@link #takeChange}
	 */
	synchronized boolean remove(long seq, long target) {
		reach(seq);
		if (this.kept) {
			this.list.remove(target);
			this.mentions.remove(target);
			if (!this.loaded) {
				this.deleted.add(target);
			}
		}
		return change();
	}

	/** Somebody's rights have changed; returns whether this is the first change. */
	synchronized boolean change() {
		boolean first = !this.changed;
		this.changed = true;
		return first;
	}

	/** Its changes are being told. */
	synchronized void takeChange() {
		this.changed = false;
	}

	/** Whether it can count what is new for a reader, without the store. */
	synchronized boolean knows(Since since) {
		return this.loaded || isSeen(since);
	}

	/**
	 * Counts what is new for a reader.
	 * @return no messages while it does not {@link #knows know} them
	 */
	synchronized Count count(Since since) {
		boolean marked = since.read() >= 0;
		long read = marked ? Math.min(since.read(), this.head) : this.head;
		if (!this.loaded || isSeen(since)) {
			return new Count(read, 0, 0);
		}
		int from = marked ? this.list.after(read) : this.list.since(since.time());
		if (!marked && from < this.list.size()) {
			read = this.list.get(from).seq() - 1;
		}
		return new Count(read, Math.min(MOST, this.list.othersFrom(from, since.author())),
				this.mentions.count(read + 1, since.person()));
	}

	private boolean isSeen(Since since) {
		return (since.read() >= 0) ? this.lastSeq <= since.read() : this.lastTime < since.time();
	}

	/** Begins to read from the store: from now on new messages are kept. */
	synchronized void beginLoading() {
		forget();
		this.kept = true;
	}

	/**
	 * Ends it.
	 * @param newest the stored messages, the newest first
	 */
	synchronized void load(List<Post> newest) {
		PostList later = this.list;
		long before = (later.size() > 0) ? later.get(0).seq() : Long.MAX_VALUE;
		this.list = new PostList();
		for (int at = newest.size() - 1; at >= 0; at--) {
			Post post = newest.get(at);
			if (post.seq() < before && !this.deleted.contains(post.seq())) {
				this.list.add(post);
				this.mentions.putIfAbsent(post.seq(), post.people());
			}
		}
		for (int at = 0; at < later.size(); at++) {
			this.list.add(later.get(at));
		}
		this.deleted.clear();
		this.loaded = true;
	}

	/** Drops all messages. */
	synchronized void forget() {
		this.kept = false;
		this.loaded = false;
		this.deleted.clear();
		this.list = new PostList();
		this.mentions = new PostMentions();
	}

	/** Its approximate size on the heap. */
	synchronized long bytes() {
		return OWN_BYTES + this.list.bytes() + this.mentions.bytes();
	}

}
