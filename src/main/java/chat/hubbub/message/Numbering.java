package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.topic.TopicName;

/**
 * Assigns the numbers of events and the ids of messages. The topic's row counts its
 * events, so a number is taken if and only if its event is stored. An id is never used
 * again. Both are read once, and again after a failure. Where other nodes assign them,
 * too, both are read again in each commit. For the thread that writes.
 */
final class Numbering {

	private static final String READ = "select head from topic where name = ?";

	private static final String ADVANCE = "update topic set head = ? where name = ?";

	private static final String READ_MESSAGE = "select last from message_id";

	private static final String ADVANCE_MESSAGE = "update message_id set last = ?";

	/** The last id has not been read yet. */
	private static final long UNKNOWN = -1;

	private final WriteConnection writes;

	private final Map<TopicName, Head> heads = new HashMap<>();

	private final List<Head> advanced = new ArrayList<>();

	private long message = UNKNOWN;

	private boolean messageAdvanced;

	Numbering(WriteConnection writes) {
		this.writes = writes;
	}

	/** Takes the next number of a topic, while a commit runs. */
	long next(TopicName topic) throws SQLException {
		Head head = this.heads.get(topic);
		if (head == null) {
			head = read(topic);
			this.heads.put(topic, head);
		}
		if (!head.advanced) {
			head.advanced = true;
			this.advanced.add(head);
		}
		return ++head.seq;
	}

	/** Takes the next id of a message, while a commit runs. */
	long nextMessage() throws SQLException {
		if (this.message == UNKNOWN) {
			this.message = readMessage();
		}
		this.messageAdvanced = true;
		return ++this.message;
	}

	/** Writes the new heads of topics and the last message id. */
	void store() throws SQLException {
		if (this.messageAdvanced) {
			PreparedStatement statement = this.writes.prepare(ADVANCE_MESSAGE);
			statement.setLong(1, this.message);
			statement.executeUpdate();
		}
		PreparedStatement statement = this.writes.prepare(ADVANCE);
		for (Head head : this.advanced) {
			statement.setLong(1, head.seq);
			statement.setString(2, head.topic.value());
			statement.addBatch();
		}
		statement.executeBatch();
	}

	/** The commit is on disk. */
	void committed() {
		this.advanced.forEach((head) -> head.advanced = false);
		this.advanced.clear();
		this.messageAdvanced = false;
	}

	/**
	 * Forgets the values that were read, because after a failure the stored state is
	 * uncertain, and another node may have stored more.
	 */
	void forget() {
		this.heads.clear();
		this.advanced.clear();
		this.message = UNKNOWN;
		this.messageAdvanced = false;
	}

	private long readMessage() throws SQLException {
		try (ResultSet rows = this.writes.prepare(READ_MESSAGE).executeQuery()) {
			if (!rows.next()) {
				throw new IllegalStateException("There is no row of the last message");
			}
			return rows.getLong(1);
		}
	}

	private Head read(TopicName topic) throws SQLException {
		PreparedStatement statement = this.writes.prepare(READ);
		statement.setString(1, topic.value());
		try (ResultSet rows = statement.executeQuery()) {
			if (!rows.next()) {
				throw new IllegalStateException("There is no row of the topic " + topic);
			}
			return new Head(topic, rows.getLong(1));
		}
	}

	private static final class Head {

		private final TopicName topic;

		private long seq;

		private boolean advanced;

		Head(TopicName topic, long seq) {
			this.topic = topic;
			this.seq = seq;
		}

	}

}
