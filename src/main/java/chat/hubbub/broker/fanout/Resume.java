package chat.hubbub.broker.fanout;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Backlog;

/**
 * Where a subscription begins.
 *
 * @param replays whether events from before the subscription are wanted
 * @param since the number of the last event that the client has, or does not want
 * @param notice what the first MESSAGE tells the client in the header {@value #HEADER},
 * or {@code null} when it gets all it asked for
 */
public record Resume(boolean replays, long since, @Nullable String notice) {

	/** The header of the first MESSAGE of a subscription that cannot resume as asked. */
	public static final String HEADER = "resume";

	/** The header of CONNECTED, and of a SUBSCRIBE with {@code since}. */
	public static final String EPOCH = "epoch";

	/** Events after {@code since} are kept no longer: what follows begins later. */
	static final String TOO_OLD = "too-old";

	/**
	 * The topic has not come as far as {@code since}: the server was set back. What
	 * follows begins with the newest event there is.
	 */
	static final String AHEAD = "ahead";

	/**
	 * The store was set back since the client had {@code since}, and other events may
	 * have its numbers. What follows begins with the newest event there is.
	 */
	static final String RESET = "reset";

	/** Begins with what comes next. */
	public static final Resume LIVE = new Resume(false, 0, null);

	public static Resume since(long since, long head) {
		return (since > head) ? newest(head, AHEAD) : new Resume(true, since, null);
	}

	public static Resume reset(long head) {
		return newest(head, RESET);
	}

	/** Begins with the newest event after this one. */
	public static Resume live(long head) {
		return new Resume(true, head, null);
	}

	/** Begins with the first of the newest messages, or as far back as that is sought. */
	public static Resume last(OptionalLong first, long head) {
		return first.isPresent() ? new Resume(true, first.getAsLong() - 1, null)
				: new Resume(true, Math.max(0, head - Backlog.LAST_EVENTS), TOO_OLD);
	}

	private static Resume newest(long head, String notice) {
		return new Resume(true, Math.max(0, head - 1), notice);
	}

}
