package chat.hubbub.webhook.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.EventsArrived;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.follow.Lease;
import chat.hubbub.message.follow.Leases;
import chat.hubbub.topic.TopicName;

/**
 * The deliveries of all webhooks, on one node at a time. Each has its own cursor and,
 * while it is busy, its own thread, so that a slow receiver holds no others. Thread-safe.
 */
@Component
class Deliveries implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Deliveries.class);

	private static final String LEASE = "outgoing-hooks";

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	/** The time between two looks whether this node may deliver. */
	private static final Duration EVERY = Duration.ofSeconds(5);

	/** Revoked webhooks may still be in their last attempt. */
	private static final int MAX_THREADS = 4 * OutgoingHooks.MAX_OF_SERVER;

	private static final Duration FAREWELL = Duration.ofSeconds(5);

	private final OutgoingHookStore store;

	private final Courier.Office office;

	private final Courier courier;

	private final Lease lease;

	private final long firstPauseNanos;

	private final long everyMillis;

	private final Map<Long, Delivery> deliveries = new ConcurrentHashMap<>();

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, MAX_THREADS, 5, TimeUnit.SECONDS,
			new SynchronousQueue<>(), (task) -> thread(task, "hook"));

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor((task) -> thread(task, "hooks"));

	private long fence;

	private volatile boolean running;

	@Autowired
	Deliveries(OutgoingHookStore store, EventLog log, Reading reading, HookOffice office, ObjectProvider<Leases> leases,
			Clock clock, Bus bus) {
		this(store, log, reading, office, lease(leases), clock, FIRST_PAUSE, EVERY);
		bus.receive(HooksChanged.class, (fact) -> later(this::look));
		bus.receive(AnythingChanged.class, (fact) -> later(this::lookEverywhere));
		bus.receive(EventsArrived.class, (fact) -> learn(() -> News.in(topics(fact))));
	}

	Deliveries(OutgoingHookStore store, EventLog log, Reading reading, Courier.Office office, Lease lease, Clock clock,
			Duration firstPause, Duration every) {
		this.store = store;
		this.office = office;
		this.courier = new Courier(log, reading, store, office, lease, clock);
		this.lease = lease;
		this.firstPauseNanos = firstPause.toNanos();
		this.everyMillis = every.toMillis();
		log.onCommit((committed) -> learn(() -> News.of(committed)));
	}

	private static List<TopicName> topics(EventsArrived arrived) {
		return arrived.heads().keySet().stream().map(TopicName::ofDestination).toList();
	}

	private static Lease lease(ObjectProvider<Leases> leases) {
		Leases shared = leases.getIfAvailable();
		return (shared != null) ? shared.of(LEASE) : Lease.ALWAYS;
	}

	@Override
	public void start() {
		this.running = true;
		Future<?> unused = this.timer.scheduleWithFixedDelay(this::look, 0, this.everyMillis, TimeUnit.MILLISECONDS);
	}

	/** Ends all after their present attempts, whose outcome is stored. */
	@Override
	public void stop() {
		this.running = false;
		this.deliveries.values().forEach(Delivery::end);
		this.timer.shutdownNow();
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
				this.threads.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.lease.release();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Some facts were missed. */
	private void lookEverywhere() {
		this.deliveries.values().forEach(Delivery::wakeForAny);
		look();
	}

	/** Follows the changes of webhooks and of the right to deliver; on the timer. */
	private void look() {
		try {
			long held = this.lease.hold();
			if (held != this.fence) {
				this.deliveries.values().forEach(Delivery::end);
				this.fence = held;
			}
			this.deliveries.values().removeIf(Delivery::isEnded);
			if (held != 0) {
				readAnew();
				this.office.remind();
			}
		}
		catch (RuntimeException ex) {
			logger.debug("The webhooks could not be read", ex);
		}
	}

	private void readAnew() {
		Map<Long, OutgoingHook> active = new ConcurrentHashMap<>();
		this.store.active().forEach((hook) -> active.put(hook.id(), hook));
		this.deliveries.values().removeIf((delivery) -> {
			boolean gone = !active.containsKey(delivery.hook().id());
			if (gone) {
				delivery.end();
			}
			return gone;
		});
		active.forEach((id, hook) -> this.deliveries.computeIfAbsent(id,
				(fresh) -> new Delivery(hook, this.courier, this.threads, this.timer, this.firstPauseNanos)));
		this.deliveries.values().forEach(Delivery::wake);
	}

	/** Wakes those that the news may be for. Most servers have none. */
	private void learn(Supplier<News> source) {
		if (!this.deliveries.isEmpty()) {
			News news = source.get();
			later(() -> this.deliveries.values().forEach((delivery) -> wake(delivery, news)));
		}
	}

	private static void wake(Delivery delivery, News news) {
		Set<TopicName> topics = news.of(delivery.hook());
		if (!topics.isEmpty()) {
			delivery.wake(topics);
		}
	}

	/** The writer of the log must not wait. */
	private void later(Runnable task) {
		try {
			this.timer.execute(task);
		}
		catch (RejectedExecutionException ex) {
			// The server stops.
		}
	}

	private static Thread thread(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

}
