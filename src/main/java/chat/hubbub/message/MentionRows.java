package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * The rows of mentions. A guest whom only {@code @here} means has no row. Writing is for
 * one thread, during a commit.
 */
final class MentionRows {

	private static final String INSERT = """
			insert into mention (topic, seq, place, account, name, written, edit) values (?, ?, ?, ?, ?, ?, ?)""";

	private static final String READ = """
			select account, name, written from mention where topic = ? and seq = ? order by place""";

	private static final String READ_EDITS = """
			select account, edit from mention where topic = ? and seq = ? and account is not null""";

	private static final String ERASE = "delete from mention where topic = ? and seq = ?";

	private final WriteConnection writes;

	/** Whether rows wait to be written. */
	private boolean added;

	MentionRows(WriteConnection writes) {
		this.writes = writes;
	}

	/** Adds the mentions of a new message. */
	void insert(TopicName topic, long seq, Mentions mentions) throws SQLException {
		insert(topic, seq, mentions, (account) -> null);
	}

	/**
	 * Replaces the mentions of a message, and writes them.
	 * @param edit the number of the edit, which accounts get that it mentions for the
	 * first time
	 */
	void replace(Posted message, Mentions mentions, long edit) throws SQLException {
		TopicName topic = message.topicName();
		Map<Long, @Nullable Long> edits = new HashMap<>();
		if (!message.present().mentions().mentions().isEmpty()) {
			edits.putAll(edits(topic, message.seq()));
			erase(topic, message.seq());
		}
		insert(topic, message.seq(), mentions,
				(account) -> edits.containsKey(account) ? edits.get(account) : Long.valueOf(edit));
		flush();
	}

	/** The accounts that a message mentions, each with its number. */
	private Map<Long, @Nullable Long> edits(TopicName topic, long seq) throws SQLException {
		PreparedStatement statement = this.writes.prepare(READ_EDITS);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		Map<Long, @Nullable Long> edits = new HashMap<>();
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				long account = rows.getLong("account");
				long edit = rows.getLong("edit");
				edits.put(account, rows.wasNull() ? null : edit);
			}
		}
		return edits;
	}

	private void insert(TopicName topic, long seq, Mentions mentions, Function<Long, @Nullable Long> edits)
			throws SQLException {
		int place = 0;
		for (Mention mention : mentions.mentions()) {
			insert(topic, seq, place++, mention.account(), mention.name(),
					mention.here() ? mention.written() : mention.text(), edits);
		}
		for (Mention mention : mentions.present()) {
			if (mention.account() != null) {
				insert(topic, seq, place++, mention.account(), null, null, edits);
			}
		}
	}

	private void insert(TopicName topic, long seq, int place, @Nullable Long account, @Nullable String name,
			@Nullable String written, Function<Long, @Nullable Long> edits) throws SQLException {
		PreparedStatement insert = this.writes.prepare(INSERT);
		insert.setString(1, topic.value());
		insert.setLong(2, seq);
		insert.setInt(3, place);
		set(insert, 4, account);
		insert.setString(5, name);
		insert.setString(6, written);
		set(insert, 7, (account != null) ? edits.apply(account) : null);
		insert.addBatch();
		this.added = true;
	}

	private static void set(PreparedStatement statement, int at, @Nullable Long number) throws SQLException {
		if (number != null) {
			statement.setLong(at, number);
		}
		else {
			statement.setNull(at, Types.BIGINT);
		}
	}

	/** Writes the rows that were added. */
	void flush() throws SQLException {
		if (this.added) {
			this.added = false;
			this.writes.prepare(INSERT).executeBatch();
		}
	}

	/** The mentions of a message. */
	Mentions read(TopicName topic, long seq) throws SQLException {
		PreparedStatement statement = this.writes.prepare(READ);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		List<Mention> mentions = new ArrayList<>(0);
		List<Mention> present = new ArrayList<>(0);
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				Mention mention = mention(rows);
				(isShown(rows) ? mentions : present).add(mention);
			}
		}
		return mentions.isEmpty() ? Mentions.NONE : new Mentions(mentions, present);
	}

	/** Erases the mentions of a message. */
	void erase(TopicName topic, long seq) throws SQLException {
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setString(1, topic.value());
		statement.setLong(2, seq);
		statement.executeUpdate();
	}

	/** Drops unwritten rows. */
	void forget() {
		this.added = false;
	}

	private static boolean isShown(ResultSet row) throws SQLException {
		return row.getString("name") != null || row.getString("written") != null;
	}

	/** The mention of a row. */
	static Mention mention(ResultSet row) throws SQLException {
		long account = row.getLong("account");
		Long known = row.wasNull() ? null : account;
		String name = row.getString("name");
		String written = row.getString("written");
		if (name == null && written != null) {
			return Mention.here(written);
		}
		return new Mention(known, name, written, false);
	}

}
