package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.topic.TopicName;

/**
 * The rows of messages and events: their columns, and the statements that write them. A
 * text is stored only in its message; all events about the message refer to it. Writing
 * is for one thread, during a commit.
 */
final class EventRows {

	private static final String POSTED = "posted";

	private static final String DELETED = "deleted";

	private static final String MESSAGE = "topic, seq, client_id, sender, text, headers, sent_at, deleted";

	/**
	 * Selects the columns that {@link #entry} reads; a condition follows.
	 */
	static final String SELECT = """
			select event.kind, event.seq as number, event.sender as actor, event.sent_at as happened_at,
			message.topic, message.seq, client_id, message.sender, text, headers, message.sent_at, deleted,
			coalesce(event.login, message.login) as author
			from event join message on message.id = event.message
			""";

	private static final String INSERT_MESSAGE = """
			insert into message (id, topic, seq, client_id, login, sender, text, headers, sent_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String INSERT_POSTED = """
			insert into event (topic, seq, kind, message) values (?, ?, 'posted', ?)""";

	private static final String INSERT_EVENT = """
			insert into event (topic, seq, kind, message, login, sender, sent_at) values (?, ?, ?, ?, ?, ?, ?)""";

	private static final String FIND = "select " + MESSAGE
			+ " from message where topic = ? and login = ? and client_id = ?";

	private static final String ERASE = """
			update message set text = '', headers = null, deleted = true
			where id = (select message from event where topic = ? and seq = ? and kind = 'posted') and not deleted
			returning id,""" + " " + MESSAGE;

	private final WriteConnection writes;

	/** Whether new messages and their events wait to be written. */
	private boolean posts;

	/** Whether other events wait to be written. */
	private boolean events;

	EventRows(WriteConnection writes) {
		this.writes = writes;
	}

	/** Adds a message and the event that posts it. */
	void insert(long id, Posted posted, Post post) throws SQLException {
		PreparedStatement message = this.writes.prepare(INSERT_MESSAGE);
		message.setLong(1, id);
		message.setString(2, posted.topic());
		message.setLong(3, posted.seq());
		message.setString(4, post.draft().id());
		message.setString(5, post.author().login());
		message.setString(6, posted.sender());
		message.setString(7, posted.text());
		message.setString(8, posted.headers().toText());
		message.setLong(9, posted.sentAt().toEpochMilli());
		message.addBatch();
		PreparedStatement event = this.writes.prepare(INSERT_POSTED);
		event.setString(1, posted.topic());
		event.setLong(2, posted.seq());
		event.setLong(3, id);
		event.addBatch();
		this.posts = true;
	}

	/** Adds the event that a message was deleted. */
	void insert(Deleted deleted, long message, String login) throws SQLException {
		PreparedStatement event = this.writes.prepare(INSERT_EVENT);
		event.setString(1, deleted.topic());
		event.setLong(2, deleted.seq());
		event.setString(3, DELETED);
		event.setLong(4, message);
		event.setString(5, login);
		event.setString(6, deleted.sender());
		event.setLong(7, deleted.sentAt().toEpochMilli());
		event.addBatch();
		this.events = true;
	}

	/** Writes the rows that were added. */
	void flush() throws SQLException {
		flushPosts();
		if (this.events) {
			this.events = false;
			this.writes.prepare(INSERT_EVENT).executeBatch();
		}
	}

	private void flushPosts() throws SQLException {
		if (this.posts) {
			this.posts = false;
			this.writes.prepare(INSERT_MESSAGE).executeBatch();
			this.writes.prepare(INSERT_POSTED).executeBatch();
		}
	}

	/**
	 * Erases the text of a message.
	 * @return the erased message, or empty if there is no such message or it was deleted
	 * before
	 */
	Optional<Erased> erase(TopicName topic, long seq) throws SQLException {
		flushPosts();
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(new Erased(rows.getLong("id"), posted(rows))) : Optional.empty();
		}
	}

	/** The message with a client's id. */
	Optional<Posted> find(ClientId id) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND);
		statement.setString(1, id.topic().value());
		statement.setString(2, id.login());
		statement.setString(3, id.value());
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(posted(rows)) : Optional.empty();
		}
	}

	/** Drops unwritten rows and the prepared statements. */
	void forget() {
		this.posts = false;
		this.events = false;
	}

	/** The event of a row with its author. */
	static LogEntry entry(ResultSet row) throws SQLException {
		return new LogEntry(event(row), row.getString("author"));
	}

	/** The event of a row; a posted event has the present text of its message. */
	private static Event event(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return switch (kind) {
			case POSTED -> posted(row);
			case DELETED -> new Deleted(new TopicName(row.getString("topic")), row.getLong("number"),
					row.getLong("seq"), row.getString("actor"), Instant.ofEpochMilli(row.getLong("happened_at")));
			default -> throw new IllegalStateException("There is no kind of event " + kind);
		};
	}

	private static Posted posted(ResultSet row) throws SQLException {
		TopicName topic = new TopicName(row.getString("topic"));
		long seq = row.getLong("seq");
		return new Posted(topic, seq, Posted.id(row.getString("client_id"), topic, seq), row.getString("sender"),
				new Content(row.getString("text")), Instant.ofEpochMilli(row.getLong("sent_at")),
				CustomHeaders.ofText(row.getString("headers")), row.getBoolean("deleted"));
	}

	/**
	 * An erased message.
	 *
	 * @param id the id of its row
	 * @param tombstone the message without its text
	 */
	record Erased(long id, Posted tombstone) {

	}

}
