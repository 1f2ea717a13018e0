package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import chat.hubbub.topic.TopicName;

/**
 * The numbering of SQLite, whose file only one process writes to. The heads of topics and
 * the last id are read once, and again after a failure, because the stored state is
 * uncertain then.
 */
final class CachedNumbering implements Numbering {

	private static final String READ = "select head from topic where name = ?";

	private static final String ADVANCE = "update topic set head = ? where name = ?";

	private static final String READ_MESSAGE = "select last from message_id";

	private static final String ADVANCE_MESSAGE = "update message_id set last = ?";

	/** Most ids are new, so this reads no more than the number of the message. */
	private static final String FIND_CLIENT_ID = """
			select seq from message where topic = ? and login = ? and client_id = ?""";

	/** The last id has not been read yet. */
	private static final long UNKNOWN = -1;

	private final WriteConnection writes;

	private final Clock clock;

	private final Map<TopicName, Head> heads = new HashMap<>();

	private final List<Head> advanced = new ArrayList<>();

	private long message = UNKNOWN;

	private boolean messageAdvanced;

	CachedNumbering(WriteConnection writes, Clock clock) {
		this.writes = writes;
		this.clock = clock;
	}

	@Override
	public Start begin(List<Unit> units, Collection<TopicName> others) {
		return new Start(Instant.ofEpochMilli(this.clock.millis()), "");
	}

	@Override
	public long next(TopicName topic) throws SQLException {
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

	@Override
	public long nextMessage() throws SQLException {
		if (this.message == UNKNOWN) {
			this.message = readMessage();
		}
		this.messageAdvanced = true;
		return ++this.message;
	}

	@Override
	public OptionalLong find(ClientId id) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND_CLIENT_ID);
		statement.setString(1, id.topic().value());
		statement.setString(2, id.login());
		statement.setString(3, id.value());
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
		}
	}

	@Override
	public void store() throws SQLException {
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

	@Override
	public void committed() {
		this.advanced.forEach((head) -> head.advanced = false);
		this.advanced.clear();
		this.messageAdvanced = false;
	}

	@Override
	public void forget() {
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
