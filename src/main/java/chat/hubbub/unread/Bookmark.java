package chat.hubbub.unread;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The mark of an online person in a topic, and what the person's clients know of it.
 * Guarded by {@link Reader}.
 */
final class Bookmark {

	/**
	 * A person who has read on within this time is reading: what comes in is not news
	 * before the next mark.
	 */
	private static final Duration READING = Duration.ofMillis(1_500);

	private Mark mark = Mark.NONE;

	private long toldRead = -1;

	private int toldUnread;

	private int toldMentions;

	/** Whether clients do not know the present state, even if the counts are the same. */
	private boolean unknown;

	/** The nano time of the last move onwards. */
	private @Nullable Long movedAt;

	/** The queue of the connection that has moved it last. */
	private @Nullable String movedBy;

	Mark mark() {
		return this.mark;
	}

	/**
	 * Takes the stored mark; changes that came before it stay.
	 * @param early the changes that may not have been stored when it was read
	 */
	void adopt(Mark stored, Change early) {
		Mark now = this.mark;
		this.mark = new Change(now.read(), false, (now.level() != Level.ALL) ? now.level() : null,
				now.favourite() ? true : null)
			.then(early)
			.of(stored);
	}

	/** Applies a change. */
	void apply(Change change, @Nullable String origin, long now) {
		Mark before = this.mark;
		this.mark = change.of(before);
		if (change.read() != null) {
			this.movedBy = origin;
			this.movedAt = change.back() ? null : now;
		}
		this.unknown |= before.level() != this.mark.level() || before.favourite() != this.mark.favourite();
	}

	/** The state has to be told, even if it is the same. */
	void tellAgain() {
		this.unknown = true;
	}

	/** Whether the clients know this state. */
	boolean isTold(TopicState state) {
		return areCountsTold(state) && (this.mark.read() == null || this.toldRead == state.read());
	}

	/** Whether clients know all of this state except the place of the mark. */
	boolean areCountsTold(TopicState state) {
		return !this.unknown && this.toldUnread == state.unread() && this.toldMentions == state.mentions();
	}

	/** Whether the state only has more messages, which the person is about to read. */
	boolean isBeingRead(TopicState state, long now) {
		return !this.unknown && state.unread() > this.toldUnread && state.mentions() == this.toldMentions
				&& this.movedAt != null && now - this.movedAt < READING.toNanos();
	}

	void told(TopicState state) {
		this.toldRead = state.read();
		this.toldUnread = state.unread();
		this.toldMentions = state.mentions();
		this.unknown = false;
	}

	/** Clients have forgotten the state. */
	void toldNothing() {
		this.toldRead = -1;
		this.toldUnread = 0;
		this.toldMentions = 0;
		this.unknown = false;
		this.movedBy = null;
	}

	@Nullable String movedBy() {
		return this.movedBy;
	}

}
