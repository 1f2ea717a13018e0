package chat.hubbub.webhook.outgoing;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** How far a webhook has come. For one thread at a time. */
final class Progress {

	private long delivered;

	private long stored;

	private @Nullable String fault;

	private @Nullable Instant failingSince;

	Progress(OutgoingHook hook) {
		this.delivered = hook.seq();
		this.stored = hook.seq();
		this.fault = hook.fault();
		this.failingSince = hook.failingSince();
	}

	long delivered() {
		return this.delivered;
	}

	long stored() {
		return this.stored;
	}

	/** The receiver has the next event. */
	void deliver(long seq) {
		this.delivered = seq;
		this.fault = null;
		this.failingSince = null;
	}

	/** The cursor is on disk. */
	void store() {
		this.stored = this.delivered;
	}

	/** Whether the receiver has an event after the stored cursor. */
	boolean isAhead() {
		return this.delivered > this.stored;
	}

	/**
	 * An attempt failed.
	 * @return whether that is news
	 */
	boolean fail(String cause, Instant now) {
		boolean news = !cause.equals(this.fault) || this.failingSince == null;
		this.fault = cause;
		if (this.failingSince == null) {
			this.failingSince = now;
		}
		return news;
	}

	/** The time of the first of the attempts that failed. */
	Instant failingSince(Instant now) {
		return (this.failingSince != null) ? this.failingSince : now;
	}

	/** For how long attempts have failed. */
	Duration failing(Instant now) {
		return Duration.between(failingSince(now), now);
	}

}
