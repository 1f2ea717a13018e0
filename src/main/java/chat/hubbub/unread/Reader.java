package chat.hubbub.unread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;
import chat.hubbub.unread.GuestReading.Marked;

/**
 * A person who asks what is new, over one or several connections. Thread-safe: the
 * methods hold this object's monitor, for a short time.
 */
final class Reader {

	/** Approximate bytes on the heap. */
	private static final int OWN_BYTES = 512;

	private static final int BOOKMARK_BYTES = 160;

	private final String key;

	private final @Nullable Long account;

	private final Map<TopicName, Bookmark> bookmarks = new HashMap<>(4);

	/** The changes that came before the stored marks, which may not have them. */
	private final Map<TopicName, Change> early = new HashMap<>(2);

	/** The topics in which something may be new. */
	private final Set<TopicName> touched = new HashSet<>(4);

	private final PlaceMarks places;

	private List<Watcher> watchers = List.of();

	private Identity identity;

	/** The time in ms from which on messages are new in topics without a mark. */
	private long start;

	private boolean complete;

	/** A person without marks, for whom messages are new from a time in ms on. */
	Reader(String key, User user, long start, PlaceMarks places) {
		this.key = key;
		this.account = user.account();
		this.start = start;
		this.places = places;
		this.identity = Identity.of(user);
	}

	String key() {
		return this.key;
	}

	@Nullable Long account() {
		return this.account;
	}

	synchronized User user() {
		return this.identity.user();
	}

	PlaceMarks places() {
		return this.places;
	}

	/** The connections that are told; an immutable copy. */
	synchronized List<Watcher> watchers() {
		return this.watchers;
	}

	synchronized void add(Watcher watcher) {
		this.identity = Identity.of(watcher.user());
		List<Watcher> more = new ArrayList<>(this.watchers);
		more.remove(watcher);
		more.add(watcher);
		this.watchers = List.copyOf(more);
	}

	/** Returns whether it was the last one. */
	synchronized boolean remove(Watcher watcher) {
		List<Watcher> fewer = new ArrayList<>(this.watchers);
		fewer.remove(watcher);
		this.watchers = List.copyOf(fewer);
		return fewer.isEmpty();
	}

	/** The name of other guests is free when their connection ends. */
	boolean isGuestOfABrowser() {
		return this.account == null && !this.key.equals(user().username().key());
	}

	/** Whether the stored marks are here. */
	synchronized boolean isComplete() {
		return this.complete;
	}

	/** A guest asks for the first time. */
	synchronized void begin(long now) {
		if (!this.complete) {
			adopt(now, Map.of());
		}
	}

	/** Takes the stored marks of an account. */
	synchronized void adopt(long began, Map<TopicName, Mark> marks) {
		this.start = began;
		marks.forEach((topic, mark) -> bookmark(topic).adopt(mark, this.early.getOrDefault(topic, Change.NONE)));
		this.early.clear();
		this.complete = true;
	}

	/** The facts with which a guest may go on at other nodes. */
	synchronized GuestReading reading() {
		return new GuestReading(this.key, this.start,
				this.bookmarks.entrySet()
					.stream()
					.map((each) -> new Marked(each.getKey(), each.getValue().mark()))
					.filter((each) -> !each.mark().equals(Mark.NONE))
					.toList());
	}

	/**
	 * Takes what another node knows of a guest.
	 * @return {@code false} if the guest has begun earlier here
	 */
	synchronized boolean adopt(GuestReading reading) {
		boolean later = this.start < reading.start();
		Map<TopicName, Mark> marks = new HashMap<>();
		reading.marks().forEach((each) -> marks.put(each.topic(), each.mark()));
		adopt(later ? this.start : reading.start(), marks);
		return !later;
	}

	/** Applies a change of a mark. */
	synchronized void apply(TopicName topic, Change change, @Nullable String origin, long now) {
		bookmark(topic).apply(change, origin, now);
		if (!this.complete) {
			this.early.merge(topic, change, Change::then);
		}
		this.touched.add(topic);
	}

	/** Whether a move of the mark to a number changes nothing. */
	synchronized boolean hasRead(TopicName topic, long seq) {
		return since(topic).read() >= seq;
	}

	/** Something may be new in a topic. */
	synchronized void touch(TopicName topic) {
		this.touched.add(topic);
	}

	/** The clients have to be told of a topic, even if nothing is new. */
	synchronized void tellAgain(TopicName topic) {
		bookmark(topic).tellAgain();
		this.touched.add(topic);
	}

	/** The topics that were touched since the last call. */
	synchronized List<TopicName> takeTouched() {
		List<TopicName> taken = List.copyOf(this.touched);
		this.touched.clear();
		return taken;
	}

	/** From where on messages of a topic are new. */
	synchronized Since since(TopicName topic) {
		Bookmark bookmark = this.bookmarks.get(topic);
		Long read = (bookmark != null) ? bookmark.mark().read() : null;
		return new Since((read != null) ? read : unmarked(topic), this.start, this.identity.author(),
				this.identity.person());
	}

	/** All messages of a conversation are for its people, however old they are. */
	private static long unmarked(TopicName topic) {
		return topic.isDirect() ? 0 : -1;
	}

	/**
	 * The state of a topic for a new connection. Others may not know it, and are told
	 * later.
	 */
	synchronized TopicState first(Posts posts) {
		TopicState state = state(posts);
		if (this.watchers.size() <= 1 && (this.bookmarks.containsKey(posts.topic()) || state.unread() > 0)) {
			bookmark(posts.topic()).told(state);
		}
		return state;
	}

	/**
	 * Returns the state that clients have to be told, or {@code null} if they know it.
	 */
	synchronized @Nullable News news(Posts posts, long now) {
		TopicState state = state(posts);
		Bookmark bookmark = this.bookmarks.get(posts.topic());
		if ((bookmark != null) ? bookmark.isTold(state) : state.unread() == 0) {
			return null;
		}
		bookmark = bookmark(posts.topic());
		if (bookmark.isBeingRead(state, now)) {
			this.touched.add(posts.topic());
			return null;
		}
		String knownBy = bookmark.areCountsTold(state) ? bookmark.movedBy() : null;
		bookmark.told(state);
		return new News(state, knownBy);
	}

	/**
	 * The clients know nothing of a topic that the person can no longer read. The mark
	 * stays for the time when it is readable again.
	 */
	synchronized void conceal(TopicName topic) {
		Bookmark bookmark = this.bookmarks.get(topic);
		if (bookmark == null) {
			return;
		}
		if (bookmark.mark().equals(Mark.NONE)) {
			this.bookmarks.remove(topic);
		}
		else {
			bookmark.toldNothing();
		}
	}

	/** Whether a topic waits to be told. */
	synchronized boolean isTouched() {
		return !this.touched.isEmpty();
	}

	synchronized long bytes() {
		return OWN_BYTES + (long) BOOKMARK_BYTES * (this.bookmarks.size() + this.early.size());
	}

	private TopicState state(Posts posts) {
		Bookmark bookmark = this.bookmarks.get(posts.topic());
		Mark mark = (bookmark != null) ? bookmark.mark() : Mark.NONE;
		Count count = posts.count(since(posts.topic()));
		// Every message of a conversation is for its people.
		int mentions = posts.topic().isDirect() ? count.unread() : count.mentions();
		return new TopicState(posts.topic().value(), posts.head(), count.read(), count.unread(), mentions, mark.level(),
				mark.favourite());
	}

	private Bookmark bookmark(TopicName topic) {
		return this.bookmarks.computeIfAbsent(topic, (name) -> new Bookmark());
	}

}
