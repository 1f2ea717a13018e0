package chat.hubbub.unread;

import java.util.Arrays;

/**
 * The newest messages of a topic, in their order, as arrays of numbers. Once there are
 * more than {@link Posts#MOST}, the oldest are dropped. Not thread-safe.
 */
final class PostList {

	/** With room for more, so that most messages move no others. */
	private static final int CAPACITY = Posts.MOST + Posts.MOST / 4;

	private static final int FIRST_CAPACITY = 16;

	/** A number, a time and an author. */
	private static final int BYTES_EACH = 2 * Long.BYTES + Integer.BYTES;

	private long[] seqs = {};

	private long[] times = {};

	private int[] authors = {};

	private int size;

	int size() {
		return this.size;
	}

	Post get(int at) {
		return new Post(this.seqs[at], this.times[at], this.authors[at]);
	}

	/** The number of the newest message, or -1 without messages. */
	long lastSeq() {
		return (this.size > 0) ? this.seqs[this.size - 1] : -1;
	}

	void add(Post post) {
		if (this.size == this.seqs.length) {
			makeRoom();
		}
		this.seqs[this.size] = post.seq();
		this.times[this.size] = post.sentAt();
		this.authors[this.size] = post.author();
		this.size++;
	}

	/** Removes the message with a number, if it is here. */
	void remove(long seq) {
		int at = Arrays.binarySearch(this.seqs, 0, this.size, seq);
		if (at >= 0) {
			int rest = this.size - at - 1;
			System.arraycopy(this.seqs, at + 1, this.seqs, at, rest);
			System.arraycopy(this.times, at + 1, this.times, at, rest);
			System.arraycopy(this.authors, at + 1, this.authors, at, rest);
			this.size--;
		}
	}

	/** The index of the first message after a number. */
	int after(long seq) {
		return first(this.seqs, seq + 1);
	}

	/** The index of the first message since a time. */
	int since(long time) {
		return first(this.times, time);
	}

	/** The number of messages from an index on that are not by an author. */
	int othersFrom(int from, int author) {
		int others = 0;
		for (int at = from; at < this.size; at++) {
			if (this.authors[at] != author) {
				others++;
			}
		}
		return others;
	}

	/** Its approximate size on the heap. */
	long bytes() {
		return (long) BYTES_EACH * this.seqs.length;
	}

	private void makeRoom() {
		if (this.size == CAPACITY) {
			int surplus = this.size - Posts.MOST;
			System.arraycopy(this.seqs, surplus, this.seqs, 0, Posts.MOST);
			System.arraycopy(this.times, surplus, this.times, 0, Posts.MOST);
			System.arraycopy(this.authors, surplus, this.authors, 0, Posts.MOST);
			this.size = Posts.MOST;
			return;
		}
		int capacity = Math.min(CAPACITY, Math.max(FIRST_CAPACITY, 2 * this.size));
		this.seqs = Arrays.copyOf(this.seqs, capacity);
		this.times = Arrays.copyOf(this.times, capacity);
		this.authors = Arrays.copyOf(this.authors, capacity);
	}

	/** The index of the first value that is not less. */
	private int first(long[] values, long value) {
		int low = 0;
		int high = this.size;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (values[middle] < value) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
