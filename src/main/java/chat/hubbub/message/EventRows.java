package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

import chat.hubbub.broker.CustomHeaders;
import chat.hubbub.topic.TopicName;

/**
 * The columns of the table of events, and how its rows are written. Writing is for one
 * thread, while a commit runs.
 */
final class EventRows {

	/** What {@link #event} and {@link #posted} read. */
	static final String COLUMNS = "topic, seq, client_id, sender, text, sent_at, headers, target";

	private static final String INSERT = """
			insert into event (topic, seq, client_id, login, sender, text, sent_at, headers, target)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String FIND = "select " + COLUMNS
			+ " from event where topic = ? and login = ? and client_id = ?";

	private static final String FIND_BY_NUMBER = "select " + COLUMNS + " from event where topic = ? and seq = ?";

	private static final String ERASE = """
			update event set text = '', headers = null
			where topic = ? and seq = ? and target is null and text <> ''""";

	private final WriteConnection writes;

	private boolean pending;

	EventRows(WriteConnection writes) {
		this.writes = writes;
	}

	void insert(Posted posted, Post post) throws SQLException {
		PreparedStatement row = row(posted, post.author().login(), posted.sender(), posted.sentAt());
		row.setString(3, post.draft().id());
		row.setString(6, posted.text());
		row.setString(8, posted.headers().toText());
		row.setNull(9, Types.BIGINT);
		row.addBatch();
		this.pending = true;
	}

	void insert(Deleted deleted, String login) throws SQLException {
		PreparedStatement row = row(deleted, login, deleted.sender(), deleted.sentAt());
		row.setString(3, null);
		row.setString(6, "");
		row.setString(8, null);
		row.setLong(9, deleted.target());
		row.addBatch();
		this.pending = true;
	}

	private PreparedStatement row(Event event, String login, String sender, Instant time) throws SQLException {
		PreparedStatement row = this.writes.prepare(INSERT);
		row.setString(1, event.topicName().value());
		row.setLong(2, event.seq());
		row.setString(4, login);
		row.setString(5, sender);
		row.setLong(7, time.toEpochMilli());
		return row;
	}

	/** Writes the rows that were inserted. */
	void flush() throws SQLException {
		if (this.pending) {
			this.pending = false;
			this.writes.prepare(INSERT).executeBatch();
		}
	}

	/**
	 * Takes the text out of a message.
	 * @return the message as it is now, or empty if there is none of that number, or none
	 * with a text
	 */
	Optional<Posted> erase(TopicName topic, long seq) throws SQLException {
		flush();
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		return (statement.executeUpdate() == 1) ? find(topic, seq) : Optional.empty();
	}

	/** The message that a client's id stands for. */
	Optional<Posted> find(ClientId id) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND);
		statement.setString(1, id.topic().value());
		statement.setString(2, id.login());
		statement.setString(3, id.value());
		return first(statement);
	}

	/** What was not written yet is gone, with the statement. */
	void forget() {
		this.pending = false;
	}

	private Optional<Posted> find(TopicName topic, long seq) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND_BY_NUMBER);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		return first(statement);
	}

	private static Optional<Posted> first(PreparedStatement statement) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(posted(rows)) : Optional.empty();
		}
	}

	static Event event(ResultSet row) throws SQLException {
		long target = row.getLong("target");
		return row.wasNull() ? posted(row) : new Deleted(new TopicName(row.getString("topic")), row.getLong("seq"),
				target, row.getString("sender"), Instant.ofEpochMilli(row.getLong("sent_at")));
	}

	private static Posted posted(ResultSet row) throws SQLException {
		TopicName topic = new TopicName(row.getString("topic"));
		String text = row.getString("text");
		return new Posted(topic, row.getLong("seq"), Posted.id(row.getString("client_id"), topic, row.getLong("seq")),
				row.getString("sender"), new Content(text), Instant.ofEpochMilli(row.getLong("sent_at")),
				CustomHeaders.ofText(row.getString("headers")), text.isEmpty());
	}

}
