package chat.hubbub.message.follow;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.EventsArrived;
import chat.hubbub.bus.Bus;
import chat.hubbub.message.Committed;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.Follower;
import chat.hubbub.topic.TopicName;

/** Starts and stops all followers, and hands them the events of each commit. */
@Component
class Followers implements DisposableBean {

	/** The divisor of the heap for the events that wait for all followers. */
	private static final int HEAP_PART = 64;

	private static final int MAX_NAME = 64;

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final List<FollowerThread> threads;

	@Autowired
	Followers(List<Follower> followers, EventLog log, CursorStore cursors, ObjectProvider<Leases> leases, Bus bus) {
		this(followers, log, cursors, leases.getIfAvailable());
		bus.receive(EventsArrived.class, this::lag);
	}

	Followers(List<Follower> followers, EventLog log, CursorStore cursors, @Nullable Leases leases) {
		requireNames(followers);
		long bytes = Runtime.getRuntime().maxMemory() / HEAP_PART / Math.max(1, followers.size());
		this.threads = followers.stream()
			.map((follower) -> new FollowerThread(follower, log, cursors, new Feed(bytes), FIRST_PAUSE,
					(leases != null) ? leases.of(follower.name()) : Lease.ALWAYS))
			.toList();
		log.onCommit(this::add);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.threads.forEach(FollowerThread::start);
	}

	/** Their last steps are stored by the writer, which ends later. */
	@Override
	public void destroy() throws InterruptedException {
		this.threads.forEach(FollowerThread::close);
		for (FollowerThread thread : this.threads) {
			thread.join(FAREWELL);
		}
	}

	/** The followers that do not follow at present, each with the reason. */
	Map<String, String> troubles(long now) {
		Map<String, String> troubles = new TreeMap<>();
		this.threads
			.forEach((thread) -> thread.trouble(now).ifPresent((reason) -> troubles.put(thread.name(), reason)));
		return troubles;
	}

	private void lag(EventsArrived arrived) {
		Map<TopicName, Long> heads = new HashMap<>();
		arrived.heads().forEach((destination, head) -> heads.put(TopicName.ofDestination(destination), head));
		this.threads.forEach((thread) -> thread.lag(heads));
	}

	private void add(Committed committed) {
		for (FollowerThread thread : this.threads) {
			thread.add(committed);
		}
	}

	private static void requireNames(List<Follower> followers) {
		Set<String> names = new HashSet<>();
		for (Follower follower : followers) {
			String name = follower.name();
			if (name.isEmpty() || name.length() > MAX_NAME || !names.add(name)) {
				throw new IllegalStateException("A follower needs a name of its own with 1 to " + MAX_NAME
						+ " characters, unlike '" + name + "'");
			}
		}
	}

}
