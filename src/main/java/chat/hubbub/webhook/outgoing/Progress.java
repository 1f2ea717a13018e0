package chat.hubbub.webhook.outgoing;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** How far a webhook has come. For one thread at a time, except {@link #ahead()}. */
final class Progress {

	private final Ahead ahead = new Ahead();

	private Place delivered;

	private Place stored;

	private @Nullable String fault;

	private @Nullable Instant failingSince;

	Progress(OutgoingHook hook) {
		this.delivered = hook.place();
		this.stored = hook.place();
		this.fault = hook.fault();
		this.failingSince = hook.failingSince();
	}

	/** The topics in which a webhook for every topic may go on. */
	Ahead ahead() {
		return this.ahead;
	}

	Place delivered() {
		return this.delivered;
	}

	Place stored() {
		return this.stored;
	}

	/** The receiver has the next event. */
	void deliver(Place place) {
		this.delivered = place;
		this.fault = null;
		this.failingSince = null;
	}

	/** The cursor is on disk. */
	void store() {
		this.stored = this.delivered;
	}

	/** Whether the receiver has an event after the stored cursor. */
	boolean isAhead() {
		return !this.delivered.equals(this.stored);
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
