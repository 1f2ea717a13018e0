package chat.hubbub.unread;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.EventsArrived;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.message.Committed;
import chat.hubbub.message.Deleted;
import chat.hubbub.message.Edited;
import chat.hubbub.message.Event;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Mentions;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.TopicName;

/**
 * The heads of all topics, and the newest messages of those for which somebody needs a
 * count. The writer of the log adds each event, at the cost of a look-up. Thread-safe,
 * except what is for one thread, which reads from the store.
 */
@Component
class PostLog {

	/** The divisor of the heap for the messages in memory. */
	private static final int HEAP_PART = 64;

	/** The number of events of one read. */
	private static final int PAGE = 200;

	private final MarkStore store;

	private final EventLog log;

	private final Clock clock;

	private final long maxBytes;

	private final Map<TopicName, Posts> topics = new ConcurrentHashMap<>();

	/** The topics that have changed, each once. */
	private final Queue<Posts> changed = new ConcurrentLinkedQueue<>();

	/** Whether facts may be missing. */
	private final AtomicBoolean outdated = new AtomicBoolean();

	/** The topics with messages in memory, the one that was loaded last at the end. */
	private final Set<Posts> loaded = new LinkedHashSet<>();

	PostLog(MarkStore store, EventLog log, Bus bus, Clock clock) {
		this.store = store;
		this.log = log;
		this.clock = clock;
		this.maxBytes = Runtime.getRuntime().maxMemory() / HEAP_PART;
		log.onCommit(this::add);
		bus.receive(EventsArrived.class, this::know);
		bus.receive(AnythingChanged.class, (fact) -> this.outdated.set(true));
		long now = clock.millis();
		store.heads().forEach((topic, head) -> this.topics.put(topic, new Posts(topic, head, now)));
	}

	/**
	 * Anything in the store may have changed. A head that was read only adds to what is
	 * known, because the writer goes on meanwhile. For one thread.
	 */
	private void readAnew() {
		Map<TopicName, Long> heads = this.store.heads();
		this.loaded.forEach(Posts::forget);
		this.loaded.clear();
		heads.forEach((topic, head) -> {
			Posts posts = of(topic);
			if (posts.know(head)) {
				this.changed.add(posts);
			}
		});
	}

	private void readAnewIfOutdated() {
		if (this.outdated.getAndSet(false)) {
			try {
				readAnew();
			}
			catch (RuntimeException ex) {
				this.outdated.set(true);
				throw ex;
			}
		}
	}

	/** Adds the events of a commit; called by the writer. */
	void add(Committed committed) {
		for (LogEntry entry : committed.entries()) {
			Event event = entry.event();
			Posts posts = of(event.topicName());
			boolean first = posts.isNext(event.seq()) ? add(posts, event, entry.author()) : posts.know(event.seq());
			if (first) {
				this.changed.add(posts);
			}
		}
	}

	/** Other nodes have stored events. */
	private void know(EventsArrived arrived) {
		arrived.heads().forEach((destination, head) -> {
			Posts posts = of(TopicName.ofDestination(destination));
			if (posts.know(head)) {
				this.changed.add(posts);
			}
		});
	}

	/**
	 * Reads the missing events of a topic if they fill a page. Fewer are read when a
	 * reader looks at the topic, and it may have no readers on this node. For one thread.
	 */
	void completeIfMany(Posts posts) {
		if (posts.missing() >= PAGE) {
			complete(posts);
		}
	}

	/** Reads the events of a topic that are missing; for one thread. */
	void complete(Posts posts) {
		while (posts.missing() > 0) {
			List<LogEntry> page = (posts.missing() > Posts.MOST) ? List.of()
					: this.log.after(posts.topic(), posts.head(), PAGE);
			page.forEach((entry) -> add(posts, entry.event(), entry.author()));
			if (page.isEmpty()) {
				posts.skip(this.clock.millis());
			}
			// Its readers are told next. The flag would hide all later changes.
			posts.takeChange();
		}
	}

	private static boolean add(Posts posts, Event event, String author) {
		if (event instanceof Posted posted) {
			Mentions mentions = posted.present().mentions();
			Set<String> people = mentions.mentions().isEmpty() ? Set.of() : mentions.people();
			return posts.add(new Post(posted.seq(), posted.sentAt().toEpochMilli(),
					Post.author(author, posted.sender()), Post.people(people, author, posted.sender())));
		}
		if (event instanceof Edited edited) {
			// Only its author may edit a message.
			return posts.mention(edited.seq(), edited.target(),
					Post.people(edited.mentions().people(), author, edited.sender()));
		}
		if (event instanceof Deleted deleted) {
			return posts.remove(deleted.seq(), deleted.target());
		}
		posts.reach(event.seq());
		return false;
	}

	/** The messages of a topic. */
	Posts of(TopicName topic) {
		Posts known = this.topics.get(topic);
		return (known != null) ? known : this.topics.computeIfAbsent(topic, (name) -> new Posts(name, 0, 0));
	}

	/** Takes topics in which something to count has changed; for one thread. */
	List<Posts> takeChanged(int atMost) {
		readAnewIfOutdated();
		List<Posts> taken = new ArrayList<>();
		while (taken.size() < atMost) {
			Posts next = this.changed.poll();
			if (next == null) {
				break;
			}
			next.takeChange();
			taken.add(next);
		}
		return taken;
	}

	/** Reads the newest messages of a topic, in place of those that were read first. */
	void load(Posts posts) {
		posts.beginLoading();
		try {
			posts.load(this.store.newest(posts.topic(), Posts.MOST));
		}
		catch (RuntimeException ex) {
			posts.forget();
			throw ex;
		}
		this.loaded.remove(posts);
		this.loaded.add(posts);
		makeRoom();
	}

	private void makeRoom() {
		long bytes = this.loaded.stream().mapToLong(Posts::bytes).sum();
		Iterator<Posts> oldest = this.loaded.iterator();
		while (bytes > this.maxBytes && this.loaded.size() > 1) {
			Posts next = oldest.next();
			bytes -= next.bytes();
			next.forget();
			oldest.remove();
		}
	}

}
