package chat.hubbub.message.follow;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.message.Event;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

/**
 * Reads the events that a follower has not stored yet: from its feed, or from the store
 * where the feed does not continue its cursors. For the follower's thread.
 */
final class Reader {

	private final Follower follower;

	private final EventLog log;

	private final CursorStore cursors;

	private final Feed feed;

	/** The topics to read from the store, each up to a number. */
	private final Map<TopicName, Long> behind = new LinkedHashMap<>();

	/** The stored cursors; {@code null} before they are read. */
	private @Nullable Map<TopicName, Long> stored;

	Reader(Follower follower, EventLog log, CursorStore cursors, Feed feed) {
		this.follower = follower;
		this.log = log;
		this.cursors = cursors;
		this.feed = feed;
	}

	/** Whether it reads from the store at present. */
	boolean isBehind() {
		return this.stored == null || !this.behind.isEmpty() || this.feed.hasOverflowed();
	}

	/** The next events, which may be none. Does not wait for new ones. */
	Portion next() {
		Map<TopicName, Long> from = stored();
		if (this.feed.hasOverflowed()) {
			compareWithHeads(from);
		}
		this.feed.takeAhead().forEach((topic, head) -> catchUp(topic, head, from));
		Portion portion = new Portion(from, this.follower.maxEntries());
		if (this.behind.isEmpty()) {
			this.feed.take(this.follower.maxEntries()).forEach((entry) -> follow(entry, portion));
		}
		readStore(portion);
		return portion;
	}

	/** The events of a portion are stored. */
	void stored(Portion portion) {
		Map<TopicName, Long> positions = stored();
		portion.moves().forEach((move) -> positions.put(move.topic(), move.to()));
	}

	/** Reads everything again that is not stored. Until then it keeps no events. */
	void reset() {
		this.stored = null;
		this.behind.clear();
		this.feed.drop();
	}

	private Map<TopicName, Long> stored() {
		Map<TopicName, Long> known = this.stored;
		if (known == null) {
			known = this.cursors.cursors(this.follower.name());
			if (known.isEmpty() && this.follower.start() == Follower.Start.NEWEST_EVENT) {
				this.cursors.skip(this.follower.name());
				known = this.cursors.cursors(this.follower.name());
			}
			this.stored = known;
			this.feed.drop();
		}
		return known;
	}

	/** The feed is emptied first: an event is then in it, or counted in its head. */
	private void compareWithHeads(Map<TopicName, Long> from) {
		this.feed.empty();
		this.behind.clear();
		this.cursors.heads().forEach((topic, head) -> catchUp(topic, head, from));
	}

	private void catchUp(TopicName topic, long head, Map<TopicName, Long> from) {
		if (isFollowed(topic) && head > from.getOrDefault(topic, 0L)) {
			this.behind.merge(topic, head, Math::max);
		}
	}

	private void follow(LogEntry entry, Portion portion) {
		Event event = entry.event();
		if (!isFollowed(event.topicName())) {
			return;
		}
		long position = portion.position(event.topicName());
		if (event.seq() == position + 1) {
			portion.add(entry);
		}
		else if (event.seq() > position) {
			this.behind.put(event.topicName(), event.seq());
		}
	}

	private boolean isFollowed(TopicName topic) {
		return !topic.isDirect() || this.follower.readsConversations();
	}

	private void readStore(Portion portion) {
		Iterator<Map.Entry<TopicName, Long>> topics = this.behind.entrySet().iterator();
		while (topics.hasNext() && portion.room() > 0) {
			Map.Entry<TopicName, Long> topic = topics.next();
			if (readTo(topic.getValue(), topic.getKey(), portion)) {
				topics.remove();
			}
		}
	}

	private boolean readTo(long head, TopicName topic, Portion portion) {
		while (portion.position(topic) < head && portion.room() > 0) {
			List<LogEntry> page = this.log.after(topic, portion.position(topic), portion.room());
			if (page.isEmpty()) {
				throw new IllegalStateException(
						"The topic " + topic + " has no events after " + portion.position(topic));
			}
			page.forEach(portion::add);
		}
		return portion.position(topic) >= head;
	}

}
