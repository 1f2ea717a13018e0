package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import chat.hubbub.topic.TopicName;

/**
 * The numbering of PostgreSQL, where several nodes may write. Nothing is cached: a commit
 * first locks the rows of its topics, in the order of their names, so that two writers
 * never wait for each other in a circle. Afterwards it sees all events that other nodes
 * have stored in these topics. The time is the database's, because the clocks of nodes
 * differ.
 */
final class LockedNumbering implements Numbering {

	/**
	 * Four statements in one round trip. Each sees what was committed before it began, so
	 * they must follow the lock. The lock leaves foreign keys to other transactions.
	 */
	private static final String BEGIN = """
			select name, head from topic where name = any (?) order by name for no key update;
			select floor(extract(epoch from clock_timestamp()) * 1000)::bigint, pg_current_xact_id()::text;
			select nextval('message_ids') from generate_series(1, ?);
			select stored.topic, stored.login, stored.client_id, stored.seq
			from unnest(?::text[], ?::text[], ?::text[]) as sent (topic, login, id) join message stored
			on stored.topic = sent.topic and stored.login = sent.login and stored.client_id = sent.id""";

	private static final String ADVANCE = """
			update topic set head = advanced.head from unnest(?::text[], ?::bigint[]) as advanced (name, head)
			where topic.name = advanced.name""";

	private final WriteConnection writes;

	private final Map<TopicName, Long> heads = new HashMap<>();

	private final Set<TopicName> advanced = new HashSet<>();

	private final Deque<Long> messages = new ArrayDeque<>();

	private final Map<ClientId, Long> known = new HashMap<>();

	LockedNumbering(WriteConnection writes) {
		this.writes = writes;
	}

	@Override
	public Start begin(List<Unit> units, Collection<TopicName> others) throws SQLException {
		forget();
		Needs needs = new Needs(units, others);
		PreparedStatement statement = this.writes.prepare(BEGIN);
		statement.setObject(1, names(needs.topics));
		statement.setInt(2, needs.messages);
		statement.setObject(3, needs.ids.stream().map((id) -> id.topic().value()).toArray(String[]::new));
		statement.setObject(4, needs.ids.stream().map(ClientId::login).toArray(String[]::new));
		statement.setObject(5, needs.ids.stream().map(ClientId::value).toArray(String[]::new));
		statement.execute();
		readHeads(statement);
		Start start = readStart(statement);
		readMessages(statement);
		readKnown(statement);
		return start;
	}

	private static String[] names(Collection<TopicName> topics) {
		return topics.stream().map(TopicName::value).toArray(String[]::new);
	}

	private void readHeads(PreparedStatement statement) throws SQLException {
		try (ResultSet rows = statement.getResultSet()) {
			while (rows.next()) {
				this.heads.put(new TopicName(rows.getString(1)), rows.getLong(2));
			}
		}
	}

	private static Start readStart(PreparedStatement statement) throws SQLException {
		statement.getMoreResults();
		try (ResultSet rows = statement.getResultSet()) {
			rows.next();
			return new Start(Instant.ofEpochMilli(rows.getLong(1)), rows.getString(2));
		}
	}

	private void readMessages(PreparedStatement statement) throws SQLException {
		statement.getMoreResults();
		try (ResultSet rows = statement.getResultSet()) {
			while (rows.next()) {
				this.messages.add(rows.getLong(1));
			}
		}
	}

	private void readKnown(PreparedStatement statement) throws SQLException {
		statement.getMoreResults();
		try (ResultSet rows = statement.getResultSet()) {
			while (rows.next()) {
				this.known.put(new ClientId(new TopicName(rows.getString(1)), rows.getString(2), rows.getString(3)),
						rows.getLong(4));
			}
		}
	}

	@Override
	public long next(TopicName topic) {
		Long head = this.heads.get(topic);
		if (head == null) {
			throw new IllegalStateException("There is no row of the topic " + topic);
		}
		this.advanced.add(topic);
		this.heads.put(topic, head + 1);
		return head + 1;
	}

	@Override
	public long nextMessage() {
		return this.messages.remove();
	}

	@Override
	public OptionalLong find(ClientId id) {
		Long seq = this.known.get(id);
		return (seq != null) ? OptionalLong.of(seq) : OptionalLong.empty();
	}

	@Override
	public void store() throws SQLException {
		if (!this.advanced.isEmpty()) {
			PreparedStatement statement = this.writes.prepare(ADVANCE);
			statement.setObject(1, names(this.advanced));
			statement.setObject(2, this.advanced.stream().map(this.heads::get).toArray(Long[]::new));
			statement.executeUpdate();
		}
	}

	@Override
	public void committed() {
		// The next commit reads everything again.
	}

	@Override
	public void forget() {
		this.heads.clear();
		this.advanced.clear();
		this.messages.clear();
		this.known.clear();
	}

	/** The topics, ids and clients' ids that a commit needs at most. */
	private static final class Needs {

		private final Set<TopicName> topics = new LinkedHashSet<>();

		private final Set<ClientId> ids = new LinkedHashSet<>();

		private int messages;

		Needs(List<Unit> units, Collection<TopicName> others) {
			this.topics.addAll(others);
			units.forEach((unit) -> unit.wishes().forEach(this::add));
		}

		private void add(Wish wish) {
			this.topics.add(wish.topic());
			if (wish instanceof Post post) {
				this.messages++;
				ClientId id = post.clientId();
				if (id != null) {
					this.ids.add(id);
				}
			}
		}

	}

}
