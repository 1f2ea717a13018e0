package chat.hubbub.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import chat.hubbub.topic.TopicName;

/**
 * Completes events from the store with the names of the people who reacted. A page of
 * messages takes one more query, and so does a page with events {@link Reacted}.
 * Thread-safe.
 */
final class PastReactions {

	private static final String OF_MESSAGES = """
			select event.topic, event.seq as number, emoji, name
			from event join message_reaction on message_reaction.message = event.message
			where event.topic = :topic and event.kind = 'posted' and event.seq between :first and :last
			and message_reaction.present
			order by event.seq, message_reaction.seq, place""";

	private static final String OF_EACH = """
			select message.topic, message.seq as number, emoji, name
			from message join message_reaction on message_reaction.message = message.id
			where message.id in (:ids) and message_reaction.present
			order by message.id, message_reaction.seq, place""";

	private static final String OF_EVENTS = """
			select event.seq as number, emoji, name, message_reaction.present
			from event join message_reaction on message_reaction.message = event.message and message_reaction.seq = event.seq
			where event.topic = :topic and event.kind = 'reacted' and event.seq between :first and :last
			order by event.seq, place""";

	private static final String COUNTS = """
			select message.seq as target, emoji, count(*) as people
			from message_reaction join message on message.id = message_reaction.message
			where message_reaction.present and message.id in (select event.message from event
			where event.topic = :topic and event.kind = 'reacted' and event.seq between :first and :last)
			group by message.seq, emoji""";

	private final JdbcClient jdbc;

	PastReactions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Completes the events of a page.
	 * @param topic their topic
	 * @param page a page of the log, or of its messages, without gaps
	 * @return a new list, in the same order
	 */
	List<LogEntry> complete(TopicName topic, List<LogEntry> page) {
		List<LogEntry> complete = page;
		if (has(page, Posted.class)) {
			complete = withReactions(complete, (row) -> read(topic, page, OF_MESSAGES, row));
		}
		if (has(page, Reacted.class)) {
			complete = withNames(topic, complete);
		}
		return complete;
	}

	/**
	 * Completes messages of any topics.
	 * @param ids their ids
	 * @param messages the messages
	 * @return a new list, in the same order
	 */
	List<LogEntry> complete(Collection<Long> ids, List<LogEntry> messages) {
		return messages.isEmpty() ? messages
				: withReactions(messages, (row) -> this.jdbc.sql(OF_EACH).param("ids", ids).query(row));
	}

	private static boolean has(List<LogEntry> page, Class<? extends Event> kind) {
		return page.stream().map(LogEntry::event).anyMatch(kind::isInstance);
	}

	private static List<LogEntry> withReactions(List<LogEntry> page, Consumer<RowCallbackHandler> read) {
		Map<Place, Reactions.Builder> reactions = new HashMap<>();
		read.accept((row) -> reactions
			.computeIfAbsent(new Place(row.getString("topic"), row.getLong("number")),
					(place) -> new Reactions.Builder())
			.add(row.getString("emoji"), row.getString("name")));
		return reactions.isEmpty() ? page
				: page.stream()
					.map((entry) -> entry.with(complete(entry.event(), reactions.get(Place.of(entry.event())))))
					.toList();
	}

	private List<LogEntry> withNames(TopicName topic, List<LogEntry> page) {
		Map<Long, Names> names = new HashMap<>();
		read(topic, page, OF_EVENTS,
				(row) -> names.computeIfAbsent(row.getLong("number"), (seq) -> new Names()).add(row));
		Map<Long, Map<String, Integer>> counts = new HashMap<>();
		read(topic, page, COUNTS, (row) -> counts.computeIfAbsent(row.getLong("target"), (seq) -> new HashMap<>())
			.put(row.getString("emoji"), row.getInt("people")));
		return page.stream()
			.map((entry) -> entry.with(complete(entry.event(), names.get(entry.event().seq()), counts)))
			.toList();
	}

	private void read(TopicName topic, List<LogEntry> page, String sql, RowCallbackHandler row) {
		long one = page.get(0).event().seq();
		long other = page.get(page.size() - 1).event().seq();
		this.jdbc.sql(sql)
			.param("topic", topic.value())
			.param("first", Math.min(one, other))
			.param("last", Math.max(one, other))
			.query(row);
	}

	private static Event complete(Event event, Reactions.@Nullable Builder reactions) {
		return (event instanceof Posted posted && reactions != null) ? posted.with(reactions.build()) : event;
	}

	private static Event complete(Event event, @Nullable Names names, Map<Long, Map<String, Integer>> counts) {
		return (event instanceof Reacted reacted && names != null)
				? names.complete(reacted, counts.getOrDefault(reacted.target(), Map.of())) : event;
	}

	/** The names in an event. */
	private static final class Names {

		private final Map<String, List<String>> added = new LinkedHashMap<>();

		private final Map<String, List<String>> removed = new LinkedHashMap<>();

		void add(ResultSet row) throws SQLException {
			(row.getBoolean("present") ? this.added : this.removed)
				.computeIfAbsent(row.getString("emoji"), (emoji) -> new ArrayList<>())
				.add(row.getString("name"));
		}

		Reacted complete(Reacted event, Map<String, Integer> people) {
			Map<String, Integer> counts = new LinkedHashMap<>();
			this.added.keySet().forEach((emoji) -> counts.put(emoji, people.getOrDefault(emoji, 0)));
			this.removed.keySet().forEach((emoji) -> counts.put(emoji, people.getOrDefault(emoji, 0)));
			return event.with(this.added, this.removed, counts);
		}

	}

	/**
	 * The place of a message.
	 *
	 * @param topic its topic
	 * @param seq its number
	 */
	private record Place(String topic, long seq) {

		static Place of(Event message) {
			return new Place(message.topicName().value(), message.seq());
		}

	}

}
