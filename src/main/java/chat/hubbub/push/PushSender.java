package chat.hubbub.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import chat.hubbub.message.EventLog;
import chat.hubbub.message.follow.Lease;
import chat.hubbub.message.follow.Leases;
import chat.hubbub.push.PushRequest.Answer;

/**
 * Tells browsers of the messages that wait for them, on one node at a time. A push
 * service that is slow or away holds up its own browsers: each of them waits, from 30 s
 * after the first failure to an hour. Thread-safe.
 */
@Component
class PushSender implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PushSender.class);

	private static final String NAME = "push";

	private static final Duration EVERY = Duration.ofSeconds(2);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final int MOST_DOUBLINGS = 7;

	/** A browser that has not opened the page for so long is forgotten. */
	private static final Duration ABSENCE = Duration.ofDays(30);

	private static final int MAX_AT_ONCE = 50;

	private static final int THREADS = 8;

	private static final Duration FAREWELL = Duration.ofSeconds(5);

	private final PushStore store;

	private final PushOffice office;

	private final PushRequest request;

	private final EventLog log;

	private final Lease lease;

	private final Clock clock;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, (task) -> thread(task, "push"));

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor((task) -> thread(task, "push-rounds"));

	private volatile boolean running;

	PushSender(PushStore store, PushOffice office, PushRequest request, EventLog log, ObjectProvider<Leases> leases,
			Clock clock) {
		this.store = store;
		this.office = office;
		this.request = request;
		this.log = log;
		this.clock = clock;
		Leases shared = leases.getIfAvailable();
		this.lease = (shared != null) ? shared.of(NAME + "-sender") : Lease.ALWAYS;
	}

	@Override
	public void start() {
		this.running = true;
		Future<?> unused = this.timer.scheduleWithFixedDelay(this::round, EVERY.toMillis(), EVERY.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Ends after the requests that are under way, whose outcomes are stored. */
	@Override
	public void stop() {
		this.running = false;
		this.timer.shutdown();
		try {
			if (!this.timer.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
				this.timer.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.threads.shutdownNow();
		this.lease.release();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Something waits; does not wait itself. */
	void wake() {
		try {
			this.timer.execute(this::round);
		}
		catch (RejectedExecutionException ex) {
			// The server stops.
		}
	}

	private void round() {
		try {
			List<Waiting> due = List.of();
			do {
				due = (this.lease.hold() != 0) ? this.store.due(this.clock.instant(), MAX_AT_ONCE) : List.of();
				if (!due.isEmpty()) {
					tell(due);
				}
			}
			while (due.size() == MAX_AT_ONCE && this.running);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException | ExecutionException ex) {
			logger.debug("A round of push messages failed, and is repeated", ex);
		}
	}

	private void tell(List<Waiting> due) throws InterruptedException, ExecutionException {
		List<Callable<Runnable>> tasks = new ArrayList<>();
		due.forEach((message) -> tasks.add(() -> tellOrWait(message)));
		List<Runnable> outcomes = new ArrayList<>();
		for (Future<Runnable> done : this.threads.invokeAll(tasks)) {
			outcomes.add(done.get());
		}
		Instant forgotten = this.clock.instant().minus(ABSENCE);
		this.log.store(NAME, () -> {
			this.lease.check();
			outcomes.forEach(Runnable::run);
			this.store.deleteBefore(forgotten);
		}, Duration.ZERO).get();
	}

	/** A fault of one message must not lose the outcomes of the others. */
	private Runnable tellOrWait(Waiting message) {
		try {
			return tell(message);
		}
		catch (RuntimeException ex) {
			logger.warn("A push message waits, because it could not be sent: {}", ex.toString());
			return () -> this.store.postpone(message, next(message, Duration.ZERO));
		}
	}

	/** Tells a browser of a message; returns the rows of the outcome. */
	private Runnable tell(Waiting message) {
		if (!this.office.isValid(message.subscription())) {
			return () -> this.store.delete(message.subscription());
		}
		Optional<byte[]> told = message.expiresAt().isAfter(this.clock.instant()) ? this.office.tell(message)
				: Optional.empty();
		if (told.isEmpty()) {
			return () -> this.store.remove(message);
		}
		Answer answer = this.request.send(message, told.get());
		return switch (answer.outcome()) {
			case TOLD, REFUSED -> () -> this.store.remove(message);
			case GONE -> () -> this.store.delete(message.subscription());
			case LATER -> () -> this.store.postpone(message, next(message, answer.pause()));
		};
	}

	private Instant next(Waiting message, Duration asked) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.attempts(), MOST_DOUBLINGS));
		Duration own = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
		return this.clock.instant().plus((asked.compareTo(own) > 0) ? asked : own);
	}

	private static Thread thread(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

}
