package chat.hubbub.broker.fanout;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Backlog;

/**
 * The start of a subscription.
 *
 * @param replays whether it starts with past events
 * @param since the number of the last event that the client has or does not want
 * @param notice the value of the header {@value #HEADER} on the first MESSAGE, or
 * {@code null} if it starts as requested
 */
public record Resume(boolean replays, long since, @Nullable String notice) {

	/**
	 * The header of the first MESSAGE of a subscription that cannot resume as requested.
	 */
	public static final String HEADER = "resume";

	/** The header of CONNECTED, and of a SUBSCRIBE with {@code since}. */
	public static final String EPOCH = "epoch";

	/**
	 * The next events after {@code since} are no longer stored; the subscription starts
	 * later.
	 */
	static final String TOO_OLD = "too-old";

	/**
	 * The topic's newest event is older than {@code since}, because the server was
	 * restored from a backup. The subscription starts with the newest event.
	 */
	static final String AHEAD = "ahead";

	/**
	 * The server was restored from a backup since the client received {@code since}, so
	 * that other events may have these numbers. The subscription starts with the newest
	 * event.
	 */
	static final String RESET = "reset";

	/** Starts with the next event. */
	public static final Resume LIVE = new Resume(false, 0, null);

	/**
	 * Starts with the event after {@code since}. If this is above the topic's head, it
	 * starts after the head and says so.
	 */
	public static Resume since(long since, long head) {
		return (since > head) ? newest(head, AHEAD) : new Resume(true, since, null);
	}

	/** Starts after the head, and says that the client's number has lost its meaning. */
	public static Resume reset(long head) {
		return newest(head, RESET);
	}

	/** Starts with the next event after the head. */
	public static Resume live(long head) {
		return new Resume(true, head, null);
	}

	/**
	 * Starts with the first of the newest messages, or as far back as the search goes.
	 */
	public static Resume last(OptionalLong first, long head) {
		return first.isPresent() ? new Resume(true, first.getAsLong() - 1, null)
				: new Resume(true, Math.max(0, head - Backlog.LAST_EVENTS), TOO_OLD);
	}

	private static Resume newest(long head, String notice) {
		return new Resume(true, Math.max(0, head - 1), notice);
	}

}
