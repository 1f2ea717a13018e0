package chat.hubbub.webhook.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.message.Event;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.follow.Lease;
import chat.hubbub.topic.TopicName;

/**
 * Brings events to the receiver of a webhook, one after the other. The log is the queue:
 * each webhook only has a cursor in it, for every topic one in each, which moves when the
 * receiver has an event. Thread-safe; blocks.
 */
final class Courier {

	private static final Logger logger = LoggerFactory.getLogger(Courier.class);

	/** The time after which a webhook that fails is turned off. */
	static final Duration PATIENCE = Duration.ofDays(1);

	private final EventLog log;

	private final Reading reading;

	private final OutgoingHookStore store;

	private final Office office;

	private final Lease lease;

	private final Clock clock;

	Courier(EventLog log, Reading reading, OutgoingHookStore store, Office office, Lease lease, Clock clock) {
		this.log = log;
		this.reading = reading;
		this.store = store;
		this.office = office;
		this.lease = lease;
		this.clock = clock;
	}

	/** Delivers the next event of a webhook, if there is one. */
	Outcome deliver(OutgoingHook hook, Progress progress) throws InterruptedException {
		try {
			return tryDeliver(hook, progress);
		}
		catch (CursorElsewhere ex) {
			return Outcome.ENDED;
		}
		catch (RuntimeException ex) {
			logger.warn("The webhook {} waits, because the store failed: {}", hook.id(), ex.toString());
			return Outcome.FAILED;
		}
	}

	private Outcome tryDeliver(OutgoingHook hook, Progress progress) throws InterruptedException {
		if (this.lease.hold() == 0) {
			return Outcome.ENDED;
		}
		if (progress.isAhead()) {
			return moveCursor(hook, progress);
		}
		List<LogEntry> next = this.reading.next(hook, progress);
		if (next.isEmpty()) {
			return Outcome.NOTHING;
		}
		Optional<String> fault = this.office.fault(hook);
		if (fault.isPresent()) {
			return turnOff(hook, fault.get(), progress);
		}
		for (LogEntry entry : next) {
			if (tells(hook, entry)) {
				return send(hook, entry.event(), progress);
			}
		}
		progress.deliver(Place.of(next.get(next.size() - 1).event()));
		return moveCursor(hook, progress);
	}

	private boolean tells(OutgoingHook hook, LogEntry entry) {
		return hook.tells(entry) && (!hook.everywhere() || this.office.mayTell(hook, entry.event().topicName()));
	}

	private Outcome turnOff(OutgoingHook hook, String fault, Progress progress) {
		this.office.turnOff(hook, progress.delivered().seq(), fault);
		return Outcome.ENDED;
	}

	private Outcome send(OutgoingHook hook, Event event, Progress progress) throws InterruptedException {
		Attempt attempt = this.office.send(hook, event);
		switch (attempt.result()) {
			case DELIVERED -> {
				progress.deliver(Place.of(event));
				return moveCursor(hook, progress);
			}
			case FAILED -> {
				return fail(hook, attempt.fault(), progress);
			}
			default -> {
				return turnOff(hook, attempt.fault(), progress);
			}
		}
	}

	/** The next event is sent only when the cursor is on disk. */
	private Outcome moveCursor(OutgoingHook hook, Progress progress) throws InterruptedException {
		try {
			this.log.store("webhooks", () -> {
				this.lease.check();
				if (!this.store.move(hook, progress.stored(), progress.delivered())) {
					throw new CursorElsewhere(hook);
				}
			}, Duration.ZERO).get();
			progress.store();
			return Outcome.DELIVERED;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
	}

	private Outcome fail(OutgoingHook hook, String fault, Progress progress) {
		Instant now = this.clock.instant();
		boolean news = progress.fail(fault, now);
		if (progress.failing(now).compareTo(PATIENCE) >= 0) {
			return turnOff(hook, fault, progress);
		}
		if (news) {
			this.store.fail(hook.id(), fault, progress.failingSince(now));
		}
		return Outcome.FAILED;
	}

	/** The outcome of an attempt. */
	enum Outcome {

		/** There may be another event. */
		DELIVERED,

		/** There is no event. */
		NOTHING,

		/** The same event is to be tried again after a pause. */
		FAILED,

		/** The webhook is not this node's any more, or is off. */
		ENDED

	}

	/** The rights of webhooks, their requests, and their end. */
	interface Office {

		/** Why a webhook may tell nothing any more; empty if it may tell something. */
		Optional<String> fault(OutgoingHook hook);

		/** Whether a webhook for every topic may tell the events of one of them. */
		boolean mayTell(OutgoingHook hook, TopicName topic);

		/** One attempt to send an event. */
		Attempt send(OutgoingHook hook, Event event);

		/** Turns a webhook off, and tells its owner. */
		void turnOff(OutgoingHook hook, long seq, String fault);

		/** Tells the owners of webhooks that are off, if they were away until now. */
		void remind();

	}

}
