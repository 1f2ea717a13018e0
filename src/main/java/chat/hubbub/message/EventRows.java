package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/**
 * Writes the rows of messages and events. A text is stored only in its message; all
 * events about the message refer to it. For one thread, during a commit.
 */
final class EventRows {

	private static final String FIND = EventRow.SELECT
			+ "where event.topic = ? and event.seq = ? and event.kind = 'posted'";

	private static final String INSERT_MESSAGE = """
			insert into message (id, topic, seq, client_id, login, guest, sender, text, headers, sent_at, reply,
			attachments) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String INSERT_POSTED = """
			insert into event (topic, seq, kind, message) values (?, ?, 'posted', ?)""";

	private static final String INSERT_EVENT = """
			insert into event (topic, seq, kind, message, login, sender, sent_at) values (?, ?, ?, ?, ?, ?, ?)""";

	private static final String EDIT = "update message set text = ?, edited_at = ? where id = ?";

	private static final String COUNT_REPLY = "update message set replies = replies + ? where id = ?";

	private static final String ERASE = """
			update message set text = '', headers = null, attachments = null, preview = null, edited_at = null,
			deleted = true, deletion = ? where id = ?""";

	private final WriteConnection writes;

	private final ReactionRows reactions;

	private final MentionRows mentions;

	private final AttachmentRows attachments;

	private final PreviewRows previews;

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
		this.attachments = new AttachmentRows(writes);
		this.previews = new PreviewRows(writes, this.attachments);
	}

	/** Adds a message and the event that posts it. */
	void insert(long id, Posted posted, Post post, @Nullable Stored original, List<Upload> uploads)
			throws SQLException {
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
		message.setString(12, Upload.toText(uploads));
		message.addBatch();
		PreparedStatement event = this.writes.prepare(INSERT_POSTED);
		event.setString(1, posted.topic());
		event.setLong(2, posted.seq());
		event.setLong(3, id);
		event.addBatch();
		this.mentions.insert(posted.topicName(), posted.seq(), posted.present().mentions());
		this.attachments.attach(id, uploads);
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
		insert(about, message, author.login(), author.getName(), now);
	}

	/** Adds an event that has the author of its message. */
	void insert(Event about, long message, Instant now) throws SQLException {
		insert(about, message, null, null, now);
	}

	private void insert(Event about, long message, @Nullable String login, @Nullable String sender, Instant now)
			throws SQLException {
		PreparedStatement event = this.writes.prepare(INSERT_EVENT);
		event.setString(1, about.topicName().value());
		event.setLong(2, about.seq());
		event.setString(3, about.type());
		event.setLong(4, message);
		event.setString(5, login);
		event.setString(6, sender);
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
			PreparedStatement messages = this.writes.prepare(INSERT_MESSAGE);
			messages.executeBatch();
			// The driver keeps the values of the last row, and its text may be erased.
			messages.clearParameters();
			this.writes.prepare(INSERT_POSTED).executeBatch();
			this.mentions.flush();
			this.attachments.flush();
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

	/** Replaces the text of a message and its mentions, by an edit. */
	void edit(Stored stored, String text, Mentions mentions, Edited edit) throws SQLException {
		PreparedStatement statement = this.writes.prepare(EDIT);
		statement.setString(1, text);
		statement.setLong(2, edit.sentAt().toEpochMilli());
		statement.setLong(3, stored.id());
		statement.executeUpdate();
		statement.clearParameters();
		erased(stored);
		this.mentions.replace(stored.message(), mentions, edit.seq());
	}

	private void erased(Stored former) throws SQLException {
		this.writes.share(() -> this.erasures.erased(former.id(), former.message().text(),
				!former.message().present().attachments().isEmpty()));
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
	 * Erases the text of a message, its mentions, its preview and its reactions.
	 * @return whether events contain what was erased
	 */
	boolean erase(Stored stored, long deletion) throws SQLException {
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setLong(1, deletion);
		statement.setLong(2, stored.id());
		statement.executeUpdate();
		erased(stored);
		eraseMentions(stored);
		if (stored.message().present().hasFiles()) {
			this.attachments.release(stored.id());
		}
		return this.reactions.erase(stored.id()) || stored.message().isRepeated();
	}

	/** The rows of files. */
	AttachmentRows attachments() {
		return this.attachments;
	}

	/** The previews of links. */
	PreviewRows previews() {
		return this.previews;
	}

	/** The rows of reactions. */
	ReactionRows reactions() {
		return this.reactions;
	}

	private static Optional<Stored> first(PreparedStatement statement) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(EventRow.stored(rows)) : Optional.empty();
		}
	}

	/** Drops unwritten rows and the prepared statements. */
	void forget() {
		this.posts = false;
		this.events = false;
		this.mentions.forget();
		this.attachments.forget();
	}

}
