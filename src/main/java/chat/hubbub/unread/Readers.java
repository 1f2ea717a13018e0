package chat.hubbub.unread;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.account.browser.GuestLeft;
import chat.hubbub.bus.Bus;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * The people who ask what is new. A guest whose browser is away or on another node stays,
 * until there are too many or the guest leaves. Thread-safe.
 */
@Component
class Readers {

	/** The divisor of the heap for guests who are not here. */
	private static final int HEAP_PART = 128;

	private final Topics topics;

	private final PlaceCounts places;

	private final Map<String, Reader> online = new ConcurrentHashMap<>();

	private final Set<Reader> admins = ConcurrentHashMap.newKeySet();

	/** The people who may have to be told something. */
	private final Set<Reader> touched = ConcurrentHashMap.newKeySet();

	private final AbsentGuests absent = new AbsentGuests(Runtime.getRuntime().maxMemory() / HEAP_PART);

	private final RecentMarks recent = new RecentMarks();

	/** Guests of whom another node knows too little. */
	private final Set<Reader> asked = ConcurrentHashMap.newKeySet();

	Readers(Topics topics, PlaceCounts places, Bus bus) {
		this.topics = topics;
		this.places = places;
		bus.receive(MarkChanged.class, (fact) -> apply(fact, System.nanoTime()));
		bus.receive(PlaceSeen.class, this::apply);
		bus.receive(GuestReading.class, this::apply);
		bus.receive(GuestLeft.class, (left) -> this.absent.take(BrowserGuest.key(left.holder())));
	}

	/**
	 * A connection begins to ask.
	 * @return its person, or {@code null} if it has ended already
	 */
	synchronized @Nullable Reader enter(Watcher watcher) {
		if (watcher.isGone()) {
			return null;
		}
		Reader back = this.absent.take(watcher.person());
		Reader reader = this.online.computeIfAbsent(watcher.person(), (key) -> (back != null) ? back
				: new Reader(key, watcher.user(), watcher.since(), new PlaceMarks(this.places.all())));
		long now = System.nanoTime();
		this.recent.take(watcher.person(), now).forEach((topic, change) -> reader.apply(topic, change, null, now));
		reader.add(watcher);
		if (watcher.user().role() == Role.ADMIN) {
			this.admins.add(reader);
		}
		return reader;
	}

	/** A connection no longer asks. */
	synchronized void leave(Watcher watcher) {
		watcher.leave();
		Reader reader = this.online.get(watcher.person());
		if (reader != null && reader.remove(watcher)) {
			this.online.remove(reader.key());
			this.admins.remove(reader);
			this.touched.remove(reader);
			if (reader.isGuestOfABrowser()) {
				this.absent.add(reader);
			}
		}
	}

	/** A person who is online. */
	Optional<Reader> find(String key) {
		return Optional.ofNullable(this.online.get(key));
	}

	private void apply(MarkChanged fact, long now) {
		Consumer<Reader> change = (reader) -> reader.apply(fact.topic(), fact.change(), fact.origin(), now);
		if (!changeOnline(fact.person(), change)) {
			changeAbsent(fact.person(), change, () -> this.recent.add(fact, now));
		}
	}

	private void apply(PlaceSeen fact) {
		Consumer<Reader> change = (reader) -> reader.places().look(fact.place(), this.places.count(fact.place()));
		if (!changeOnline(fact.person(), change)) {
			changeAbsent(fact.person(), change, () -> {
			});
		}
	}

	private boolean changeOnline(String person, Consumer<Reader> change) {
		Reader reader = this.online.get(person);
		if (reader != null) {
			change.accept(reader);
			this.touched.add(reader);
		}
		return reader != null;
	}

	private synchronized void changeAbsent(String person, Consumer<Reader> change, Runnable unknown) {
		if (changeOnline(person, change)) {
			return;
		}
		Reader guest = this.absent.take(person);
		if (guest != null) {
			change.accept(guest);
			this.absent.add(guest);
		}
		else if (Account.isKey(person)) {
			unknown.run();
		}
	}

	/** A guest has begun here or on another node, and may come from there. */
	private synchronized void apply(GuestReading fact) {
		Reader online = this.online.get(fact.person());
		Reader reader = (online != null) ? online : takeAbsent(fact);
		GuestReading before = reader.reading();
		if (!reader.adopt(fact)) {
			this.asked.add(reader);
		}
		if (online == null) {
			this.absent.add(reader);
		}
		else if (!reader.reading().equals(before)) {
			this.topics.readable(reader.user()).forEach((topic) -> touch(reader, topic.name()));
		}
	}

	private Reader takeAbsent(GuestReading fact) {
		Reader known = this.absent.take(fact.person());
		return (known != null) ? known
				: new Reader(fact.person(), Visitor.of(null), fact.start(), new PlaceMarks(this.places.all()));
	}

	/** Guests of whom another node knows too little. */
	List<Reader> takeAsked() {
		List<Reader> taken = List.copyOf(this.asked);
		taken.forEach(this.asked::remove);
		return taken;
	}

	/** Something may be new in a topic; returns the number of people whom it concerns. */
	int touch(TopicName topic) {
		Optional<Set<String>> keys = this.topics.readers(topic);
		if (keys.isEmpty()) {
			this.online.values().forEach((reader) -> touch(reader, topic));
			return this.online.size();
		}
		keys.get().stream().flatMap(this::named).forEach((reader) -> touch(reader, topic));
		return keys.get().size();
	}

	private Stream<Reader> named(String key) {
		return key.equals(User.ADMINS) ? this.admins.stream() : find(key).stream();
	}

	private void touch(Reader reader, TopicName topic) {
		reader.touch(topic);
		this.touched.add(reader);
	}

	/** All people who are online; a live view. */
	Collection<Reader> all() {
		return this.online.values();
	}

	/** A person may have to be told something. */
	void touch(Reader reader) {
		this.touched.add(reader);
	}

	/** The people who may have to be told something. */
	List<Reader> takeTouched() {
		List<Reader> taken = List.copyOf(this.touched);
		taken.forEach(this.touched::remove);
		return taken;
	}

}
