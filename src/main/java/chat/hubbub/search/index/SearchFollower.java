package chat.hubbub.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import chat.hubbub.message.Edited;
import chat.hubbub.message.Event;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;

/** Fills the index with the messages of all topics and conversations. */
@Component
@ConditionalOnBooleanProperty(name = "hubbub.search.enabled", matchIfMissing = true)
class SearchFollower implements Follower {

	/** The maximum number of events of one step, because messages wait for it. */
	private static final int MAX_EVENTS = 500;

	private final SearchIndex index;

	private final Pacing pacing = new Pacing(System.nanoTime());

	SearchFollower(SearchIndex index, EventLog log) {
		this.index = index;
		log.onCommit((committed) -> this.pacing.posted(committed.entries().size()));
	}

	@Override
	public String name() {
		return SearchIndex.NAME;
	}

	/** A search shows the messages of a conversation to its people only. */
	@Override
	public boolean readsConversations() {
		return true;
	}

	@Override
	public int maxEntries() {
		return MAX_EVENTS;
	}

	@Override
	public Step follow(List<LogEntry> entries) throws InterruptedException {
		Map<String, Set<Long>> texts = new LinkedHashMap<>();
		for (LogEntry entry : entries) {
			long seq = seqOfText(entry.event());
			if (seq > 0) {
				texts.computeIfAbsent(entry.event().topicName().value(), (topic) -> new TreeSet<>()).add(seq);
			}
		}
		if (texts.isEmpty()) {
			return Step.NO_ROWS;
		}
		TimeUnit.NANOSECONDS.sleep(this.pacing.pause(System.nanoTime()));
		List<Source> messages = new ArrayList<>();
		texts.forEach((topic, seqs) -> messages.addAll(this.index.messages(topic, seqs)));
		Map<Long, Entry> made = new HashMap<>();
		messages.forEach((message) -> made.put(message.id(), this.index.entry(message)));
		return () -> store(messages, made);
	}

	private void store(List<Source> messages, Map<Long, Entry> made) {
		long began = System.nanoTime();
		this.index.add(messages, made);
		this.pacing.stepped(System.nanoTime() - began);
	}

	/** The number of the message whose text an event has changed; 0 if it has not. */
	private static long seqOfText(Event event) {
		if (event instanceof Posted posted) {
			return posted.deleted() ? 0 : posted.seq();
		}
		return (event instanceof Edited edited && !edited.deleted()) ? edited.target() : 0;
	}

}
