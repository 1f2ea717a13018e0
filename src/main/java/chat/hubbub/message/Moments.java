package chat.hubbub.message;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.topic.TopicName;

/**
 * Finds the events of a time by bisection, because only their numbers have an index: 17
 * look-ups in a topic of 100,000 events. If the server's clock was set back, some times
 * occur twice; then one of the places is found. Thread-safe.
 */
@Repository
class Moments {

	private final JdbcClient jdbc;

	Moments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The number of a topic's first event at or after a time; the number after the last
	 * one if all are earlier.
	 */
	long firstSince(TopicName topic, Instant time) {
		long low = 1;
		long high = head(topic) + 1;
		while (low < high) {
			long middle = (low + high) >>> 1;
			if (sentAt(topic, middle) < time.toEpochMilli()) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/** The time of an event, in ms since 1970; the time of a post is in its message. */
	private long sentAt(TopicName topic, long seq) {
		return this.jdbc.sql("""
				select coalesce(event.sent_at, message.sent_at) from event join message on message.id = event.message
				where event.topic = :topic and event.seq = :seq""")
			.param("topic", topic.value())
			.param("seq", seq)
			.query(Long.class)
			.single();
	}

	private long head(TopicName topic) {
		return this.jdbc.sql("select head from topic where name = :topic")
			.param("topic", topic.value())
			.query(Long.class)
			.single();
	}

}
