package chat.hubbub.unread;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.account.browser.GuestLeft;
import chat.hubbub.bus.Bus;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * The people who ask what is new. A guest whose browser is away stays, until there are
 * too many or the guest leaves. Thread-safe.
 */
@Component
class Readers {

	/** The divisor of the heap for guests who are away. */
	private static final int HEAP_PART = 128;

	private final Topics topics;

	private final PlaceCounts places;

	private final long maxAwayBytes;

	private final Map<String, Reader> online = new ConcurrentHashMap<>();

	private final Set<Reader> admins = ConcurrentHashMap.newKeySet();

	/** The people who may have to be told something. */
	private final Set<Reader> touched = ConcurrentHashMap.newKeySet();

	/** Guests, the one who is away for the longest time first; guarded by this object. */
	private final Map<String, Reader> away = new LinkedHashMap<>();

	private long awayBytes;

	Readers(Topics topics, PlaceCounts places, Bus bus) {
		this.topics = topics;
		this.places = places;
		this.maxAwayBytes = Runtime.getRuntime().maxMemory() / HEAP_PART;
		bus.receive(MarkChanged.class, (fact) -> apply(fact, System.nanoTime()));
		bus.receive(PlaceSeen.class, this::apply);
		bus.receive(GuestLeft.class, (left) -> forget(BrowserGuest.key(left.holder())));
	}

	/**
	 * A connection begins to ask.
	 * @return its person, or {@code null} if it has ended already
	 */
	synchronized @Nullable Reader enter(Watcher watcher) {
		if (watcher.isGone()) {
			return null;
		}
		Reader back = takeAway(watcher.person());
		Reader reader = this.online.computeIfAbsent(watcher.person(), (key) -> (back != null) ? back
				: new Reader(key, watcher.user(), watcher.since(), new PlaceMarks(this.places.all())));
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
			if (isGuestOfABrowser(reader)) {
				this.away.put(reader.key(), reader);
				this.awayBytes += reader.bytes();
				forgetOldest();
			}
		}
	}

	/** The name of other guests is free when their connection ends. */
	private static boolean isGuestOfABrowser(Reader reader) {
		return reader.account() == null && !reader.key().equals(reader.user().username().key());
	}

	private void forgetOldest() {
		Iterator<Reader> oldest = this.away.values().iterator();
		while (this.awayBytes > this.maxAwayBytes && oldest.hasNext()) {
			this.awayBytes -= oldest.next().bytes();
			oldest.remove();
		}
	}

	private synchronized void forget(String key) {
		takeAway(key);
	}

	private @Nullable Reader takeAway(String key) {
		Reader reader = this.away.remove(key);
		if (reader != null) {
			this.awayBytes -= reader.bytes();
		}
		return reader;
	}

	/** A person who is online. */
	Optional<Reader> find(String key) {
		return Optional.ofNullable(this.online.get(key));
	}

	private void apply(MarkChanged fact, long now) {
		Reader reader = this.online.get(fact.person());
		if (reader != null) {
			reader.apply(fact.topic(), fact.change(), fact.origin(), now);
			this.touched.add(reader);
		}
	}

	private void apply(PlaceSeen fact) {
		find(fact.person()).ifPresent((reader) -> {
			reader.places().look(fact.place(), this.places.count(fact.place()));
			this.touched.add(reader);
		});
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
