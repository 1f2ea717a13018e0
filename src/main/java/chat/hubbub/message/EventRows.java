package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
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

	private static final String EDITED = "edited";

	private static final String REACTED = "reacted";

	/**
	 * Selects the columns that {@link #entry} reads; a condition follows.
	 */
	static final String SELECT = """
			select event.kind, event.seq as number, event.sender as actor, event.sent_at as happened_at,
			message.id as message_id, message.topic, message.seq, message.client_id, message.sender, message.text,
			message.headers, message.sent_at, message.edited_at, message.deleted, message.replies,
			removal.sender as deleted_by, original.id as original_id, original.seq as original_seq,
			original.sender as original_sender, substr(original.text, 1, 1000) as original_text,
			original.deleted as original_deleted, original.replies as original_replies,
			coalesce(event.login, message.login) as author
			from event join message on message.id = event.message
			left join event removal on removal.topic = message.topic and removal.seq = message.deletion
			left join message original on original.id = message.reply
			""";

	private static final String FIND = SELECT + "where event.topic = ? and event.seq = ? and event.kind = 'posted'";

	private static final String INSERT_MESSAGE = """
			insert into message (id, topic, seq, client_id, login, guest, sender, text, headers, sent_at, reply)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String INSERT_POSTED = """
			insert into event (topic, seq, kind, message) values (?, ?, 'posted', ?)""";

	private static final String INSERT_EVENT = """
			insert into event (topic, seq, kind, message, login, sender, sent_at) values (?, ?, ?, ?, ?, ?, ?)""";

	private static final String EDIT = "update message set text = ?, edited_at = ? where id = ?";

	private static final String COUNT_REPLY = "update message set replies = replies + ? where id = ?";

	private static final String ERASE = """
			update message set text = '', headers = null, edited_at = null, deleted = true, deletion = ?
			where id = ?""";

	private final WriteConnection writes;

	private final ReactionRows reactions;

	private final MentionRows mentions;

	private final Erasures erasures;

	/** Whether new messages and their events wait to be written. */
	private boolean posts;

	/** Whether other events wait to be written. */
	private boolean events;

	EventRows(WriteConnection writes, Erasures erasures) {
		this.writes = writes;
		this.erasures = erasures;
		this.reactions = new ReactionRows(writes);
		this.mentions = new MentionRows(writes);
	}

	/** Adds a message and the event that posts it. */
	void insert(long id, Posted posted, Post post, @Nullable Stored original) throws SQLException {
		PreparedStatement message = this.writes.prepare(INSERT_MESSAGE);
		message.setLong(1, id);
		message.setString(2, posted.topic());
		message.setLong(3, posted.seq());
		message.setString(4, post.draft().id());
		message.setString(5, post.author().login());
		message.setString(6, post.author().session());
		message.setString(7, posted.sender());
		message.setString(8, posted.text());
		message.setString(9, posted.headers().toText());
		message.setLong(10, posted.sentAt().toEpochMilli());
		setLong(message, 11, (original != null) ? original.id() : null);
		message.addBatch();
		PreparedStatement event = this.writes.prepare(INSERT_POSTED);
		event.setString(1, posted.topic());
		event.setLong(2, posted.seq());
		event.setLong(3, id);
		event.addBatch();
		this.mentions.insert(posted.topicName(), posted.seq(), posted.present().mentions());
		this.posts = true;
	}

	private static void setLong(PreparedStatement statement, int at, @Nullable Long value) throws SQLException {
		if (value != null) {
			statement.setLong(at, value);
		}
		else {
			statement.setNull(at, Types.BIGINT);
		}
	}

	/** Adds an event about a message, at the time of the commit. */
	void insert(Event about, long message, User author, Instant now) throws SQLException {
		PreparedStatement event = this.writes.prepare(INSERT_EVENT);
		event.setString(1, about.topicName().value());
		event.setLong(2, about.seq());
		event.setString(3, about.type());
		event.setLong(4, message);
		event.setString(5, author.login());
		event.setString(6, author.getName());
		event.setLong(7, now.toEpochMilli());
		event.addBatch();
		this.events = true;
	}

	/** Writes the rows that were added. */
	void flush() throws SQLException {
		flushPosts();
		flushEvents();
	}

	private void flushEvents() throws SQLException {
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
			this.mentions.flush();
		}
	}

	/** The message that a number posted, if any. */
	Optional<Stored> find(TopicName topic, long seq) throws SQLException {
		flushPosts();
		PreparedStatement statement = this.writes.prepare(FIND);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		Stored stored = first(statement).orElse(null);
		return (stored != null) ? Optional.of(complete(stored)) : Optional.empty();
	}

	private Stored complete(Stored stored) throws SQLException {
		Posted message = stored.message().with(this.reactions.read(stored.id()));
		boolean mentions = message.text().indexOf('@') >= 0;
		return stored.with(mentions ? message.with(this.mentions.read(message.topicName(), message.seq())) : message);
	}

	/**
	 * The message that a number posted, with the effects of all events of this commit.
	 */
	Optional<Posted> findPresent(TopicName topic, long seq) throws SQLException {
		flushEvents();
		return find(topic, seq).map(Stored::message);
	}

	/** Replaces the text of a message and its mentions. */
	void edit(Stored stored, String text, Mentions mentions, Instant now) throws SQLException {
		PreparedStatement statement = this.writes.prepare(EDIT);
		statement.setString(1, text);
		statement.setLong(2, now.toEpochMilli());
		statement.setLong(3, stored.id());
		statement.executeUpdate();
		erased(stored);
		eraseMentions(stored);
		this.mentions.insert(stored.message().topicName(), stored.message().seq(), mentions);
		this.mentions.flush();
	}

	private void erased(Stored former) throws SQLException {
		this.writes.share(() -> this.erasures.erased(former.id(), former.message().text()));
	}

	private void eraseMentions(Stored stored) throws SQLException {
		if (!stored.message().present().mentions().mentions().isEmpty()) {
			this.mentions.erase(stored.message().topicName(), stored.message().seq());
		}
	}

	/** Changes the number of replies of a message. */
	void countReply(long message, int change) throws SQLException {
		PreparedStatement statement = this.writes.prepare(COUNT_REPLY);
		statement.setInt(1, change);
		statement.setLong(2, message);
		statement.executeUpdate();
	}

	/**
	 * Erases the text of a message, its mentions and its reactions.
	 * @return whether events contain what was erased
	 */
	boolean erase(Stored stored, long deletion) throws SQLException {
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setLong(1, deletion);
		statement.setLong(2, stored.id());
		statement.executeUpdate();
		erased(stored);
		eraseMentions(stored);
		return this.reactions.erase(stored.id()) || stored.message().isRepeated();
	}

	/** The rows of reactions. */
	ReactionRows reactions() {
		return this.reactions;
	}

	private static Optional<Stored> first(PreparedStatement statement) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(stored(rows)) : Optional.empty();
		}
	}

	/** Drops unwritten rows and the prepared statements. */
	void forget() {
		this.posts = false;
		this.events = false;
		this.mentions.forget();
	}

	/** The event of a row with its author. */
	static LogEntry entry(ResultSet row) throws SQLException {
		return new LogEntry(event(row), row.getString("author"));
	}

	/** The event of a row; it has the present text of its message. */
	private static Event event(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return switch (kind) {
			case POSTED -> posted(row);
			case EDITED -> edited(row);
			case DELETED ->
				new Deleted(new TopicName(row.getString("topic")), row.getLong("number"), row.getLong("seq"),
						row.getString("actor"), Instant.ofEpochMilli(row.getLong("happened_at")), quote(row));
			case REACTED -> new Reacted(new TopicName(row.getString("topic")), row.getLong("number"),
					row.getLong("seq"), row.getString("actor"), Instant.ofEpochMilli(row.getLong("happened_at")));
			default -> throw new IllegalStateException("There is no kind of event " + kind);
		};
	}

	private static Edited edited(ResultSet row) throws SQLException {
		Instant happenedAt = Instant.ofEpochMilli(row.getLong("happened_at"));
		Present present = present(row);
		return new Edited(new TopicName(row.getString("topic")), row.getLong("number"), row.getLong("seq"),
				row.getString("actor"), row.getString("text"), happenedAt,
				(present.editedAt() != null) ? present.editedAt() : happenedAt, present.deleted());
	}

	private static Posted posted(ResultSet row) throws SQLException {
		TopicName topic = new TopicName(row.getString("topic"));
		long seq = row.getLong("seq");
		Present present = present(row);
		Quote quote = present.deleted() ? null : quote(row);
		return new Posted(topic, seq, Posted.id(row.getString("client_id"), topic, seq), row.getString("sender"),
				new Content(row.getString("text"), (quote != null) ? quote.seq() : null),
				Instant.ofEpochMilli(row.getLong("sent_at")), CustomHeaders.ofText(row.getString("headers")), quote,
				present);
	}

	private static Present present(ResultSet row) throws SQLException {
		int replies = row.getInt("replies");
		if (row.getBoolean("deleted")) {
			return Present.deleted(row.getString("deleted_by"), replies);
		}
		Present present = Present.UNCHANGED.replied(replies);
		long editedAt = row.getLong("edited_at");
		return row.wasNull() ? present : present.edited(Instant.ofEpochMilli(editedAt));
	}

	private static @Nullable Quote quote(ResultSet row) throws SQLException {
		long seq = row.getLong("original_seq");
		return row.wasNull() ? null : Quote.of(seq, row.getString("original_sender"), row.getString("original_text"),
				row.getBoolean("original_deleted"), row.getInt("original_replies"));
	}

	private static Stored stored(ResultSet row) throws SQLException {
		long id = row.getLong("message_id");
		long original = row.getLong("original_id");
		return new Stored(id, row.wasNull() ? null : original, posted(row));
	}

	/**
	 * A stored message.
	 *
	 * @param id the id of its row
	 * @param original the id of the message that it replies to, or {@code null}
	 * @param message the message in its present state
	 */
	record Stored(long id, @Nullable Long original, Posted message) {

		Stored with(Posted complete) {
			return new Stored(this.id, this.original, complete);
		}

	}

}
