package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Takes the text out of a stored message and writes down that it is gone. For whoever
 * writes messages, while they commit.
 */
final class Eraser {

	private static final String ERASE = """
			update event set text = '', headers = null
			where topic = ? and seq = ? and target is null and text <> ''""";

	private static final String INSERT = """
			insert into event (topic, seq, login, sender, text, sent_at, target) values (?, ?, ?, ?, '', ?, ?)""";

	private final WriteConnection writes;

	Eraser(WriteConnection writes) {
		this.writes = writes;
	}

	/** Returns whether there was a message of that number with a text. */
	boolean erase(Deletion deletion) throws SQLException {
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setString(1, deletion.topic().value());
		statement.setLong(2, deletion.seq());
		return statement.executeUpdate() == 1;
	}

	void insert(Deleted deleted, String login) throws SQLException {
		PreparedStatement statement = this.writes.prepare(INSERT);
		statement.setString(1, deleted.topic());
		statement.setLong(2, deleted.seq());
		statement.setString(3, login);
		statement.setString(4, deleted.sender());
		statement.setLong(5, deleted.sentAt().toEpochMilli());
		statement.setLong(6, deleted.target());
		statement.executeUpdate();
	}

}
