package chat.hubbub.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;

import chat.hubbub.topic.TopicName;

/**
 * Completes events from the store with the mentions of their texts. A page takes one more
 * query. Thread-safe.
 */
final class PastMentions {

	private static final String READ = """
			select seq, account, name, written from mention
			where topic = :topic and seq in (:seqs) and (name is not null or written is not null)
			order by seq, place""";

	private final JdbcClient jdbc;

	PastMentions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Completes the events of a page.
	 * @param topic their topic
	 * @param page the events
	 * @return a new list, in the same order
	 */
	List<LogEntry> complete(TopicName topic, List<LogEntry> page) {
		Collection<Long> seqs = new TreeSet<>();
		for (LogEntry entry : page) {
			// Only a text with this character has mentions.
			if (entry.event().text().indexOf('@') >= 0) {
				seqs.add(message(entry.event()));
			}
		}
		if (seqs.isEmpty()) {
			return page;
		}
		Map<Long, List<Mention>> mentions = read(topic, seqs);
		return page.stream().map((entry) -> entry.with(complete(entry.event(), mentions))).toList();
	}

	private Map<Long, List<Mention>> read(TopicName topic, Collection<Long> seqs) {
		Map<Long, List<Mention>> mentions = new HashMap<>();
		this.jdbc.sql(READ).param("topic", topic.value()).param("seqs", seqs).query((row) -> {
			mentions.computeIfAbsent(row.getLong("seq"), (seq) -> new ArrayList<>()).add(MentionRows.mention(row));
		});
		return mentions;
	}

	/** The number of the message whose text an event has. */
	private static long message(Event event) {
		return (event instanceof Change change) ? change.target() : event.seq();
	}

	private static Event complete(Event event, Map<Long, List<Mention>> all) {
		List<Mention> mentions = all.get(message(event));
		if (mentions == null) {
			return event;
		}
		Mentions shown = new Mentions(mentions, List.of());
		if (event instanceof Posted posted) {
			return posted.with(shown);
		}
		return (event instanceof Edited edited) ? edited.with(shown) : event;
	}

}
