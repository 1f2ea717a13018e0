package chat.hubbub.message;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.topic.TopicName;

/**
 * Finds recent messages with a link that has no preview, such as one that was being read
 * when the server stopped. Thread-safe.
 */
@Repository
public class MissingPreviews {

	/** Times have no index, and the newest messages have the greatest ids. */
	private static final int NEWEST = 1_000;

	private final JdbcClient jdbc;

	private final MessageStore store;

	MissingPreviews(JdbcClient jdbc, MessageStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	/**
	 * Finds messages among the newest of all topics and conversations.
	 * @param time only messages that were posted after that time
	 * @param limit the maximum number of messages
	 * @return the events that posted them in their present state, the newest first; not
	 * every one has a link that the page shows
	 */
	public List<LogEntry> since(Instant time, int limit) {
		record Place(String topic, long seq) {

		}
		return this.jdbc.sql("""
				select topic, seq from (select id, topic, seq, text, sent_at, preview from message
				order by id desc limit :newest) newest
				where sent_at > :time and preview is null and text like '%://%' order by id desc limit :limit""")
			.param("newest", NEWEST)
			.param("time", time.toEpochMilli())
			.param("limit", limit)
			.query(Place.class)
			.list()
			.stream()
			.flatMap((place) -> this.store.entriesAfter(new TopicName(place.topic()), place.seq() - 1, 1).stream())
			.toList();
	}

}
