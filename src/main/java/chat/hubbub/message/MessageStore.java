package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.broker.CustomHeaders;
import chat.hubbub.topic.TopicName;

/**
 * The table of events. The topic's row counts them, so a number is taken if and only if
 * its event is stored. Reading is thread-safe; appending is for one thread.
 */
@Repository
class MessageStore implements DisposableBean {

	private static final String COLUMNS = "topic, seq, client_id, sender, text, sent_at, headers, target";

	private static final String INSERT = """
			insert into event (topic, seq, client_id, login, sender, text, sent_at, headers)
			values (?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String FIND = "select " + COLUMNS
			+ " from event where topic = ? and login = ? and client_id = ?";

	private static final String FIND_BY_NUMBER = "select " + COLUMNS + " from event where topic = ? and seq = ?";

	private static final String ADVANCE = "update topic set head = ? where name = ?";

	private final JdbcClient jdbc;

	private final WriteConnection writes;

	private final Eraser eraser;

	private final Clock clock;

	// Nobody else numbers events, so the heads are read once, and after a failure again.
	private final Map<TopicName, Long> heads = new HashMap<>();

	MessageStore(JdbcClient jdbc, DataSource source, Clock clock) {
		this.jdbc = jdbc;
		this.writes = new WriteConnection(source);
		this.eraser = new Eraser(this.writes);
		this.clock = clock;
	}

	/**
	 * Stores entries in one commit.
	 * @param units in the order in which they shall be numbered; of each unit all is
	 * stored, or nothing
	 * @return what became of them, in the same order
	 */
	Appended append(List<List<Entry>> units) {
		Map<TopicName, Long> advanced = new HashMap<>();
		return commit(() -> append(units, advanced), advanced);
	}

	/** After a failure it is not sure what was stored, so the heads are read anew. */
	private <T> T commit(WriteConnection.Work<T> work, Map<TopicName, Long> advanced) {
		try {
			T outcome = this.writes.commit(work);
			this.heads.putAll(advanced);
			return outcome;
		}
		catch (RuntimeException | Error ex) {
			this.heads.clear();
			throw ex;
		}
	}

	private Appended append(List<List<Entry>> units, Map<TopicName, Long> advanced) throws SQLException {
		Instant now = Instant.ofEpochMilli(this.clock.millis());
		Map<ClientId, Optional<Posted>> known = new HashMap<>();
		Appended outcome = new Appended(new ArrayList<>(units.size()), new ArrayList<>(0));
		for (List<Entry> unit : units) {
			if (isTaken(unit, known)) {
				outcome.refused().addAll(unit);
				continue;
			}
			for (Entry entry : unit) {
				outcome.stored().add(number(entry, now, advanced, known));
			}
		}
		insert(outcome.stored());
		advance(advanced);
		return outcome;
	}

	/**
	 * Takes a message's text out, and takes a number for the event that says so, in one
	 * commit; for the thread that appends.
	 * @param also what shall be stored with it, or not at all, by way of Spring
	 * @return what is there now, or empty if there was no such message or no text
	 */
	Optional<Erasure> erase(Deletion deletion, Runnable also) {
		Map<TopicName, Long> advanced = new HashMap<>();
		return commit(() -> erase(deletion, advanced, also), advanced);
	}

	private Optional<Erasure> erase(Deletion deletion, Map<TopicName, Long> advanced, Runnable also)
			throws SQLException {
		if (!this.eraser.erase(deletion)) {
			return Optional.empty();
		}
		Deleted deleted = new Deleted(deletion.topic(), next(deletion.topic(), advanced), deletion.seq(),
				deletion.by().getName(), Instant.ofEpochMilli(this.clock.millis()));
		this.eraser.insert(deleted, deletion.by().login());
		advance(advanced);
		this.writes.share(also);
		return find(deletion).map((tombstone) -> new Erasure(tombstone, deleted));
	}

	List<Event> before(TopicName topic, long seq, int limit) {
		return this.jdbc
			.sql("select " + COLUMNS + " from event where topic = :topic and seq < :seq order by seq desc limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(MessageStore::page);
	}

	List<Event> after(TopicName topic, long seq, int limit) {
		return this.jdbc
			.sql("select " + COLUMNS + " from event where topic = :topic and seq > :seq order by seq limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(MessageStore::page);
	}

	/** Who posted a message; empty if that is none's number. */
	Optional<Authorship> authorship(TopicName topic, long seq) {
		return this.jdbc.sql("select sender, login from event where topic = :topic and seq = :seq and target is null")
			.param("topic", topic.value())
			.param("seq", seq)
			.query(Authorship.class)
			.optional();
	}

	long head(TopicName topic) {
		return this.jdbc.sql("select head from topic where name = :topic")
			.param("topic", topic.value())
			.query(Long.class)
			.single();
	}

	@Override
	public void destroy() {
		this.writes.close();
	}

	/** Whether an id in it stands for another text already. */
	private boolean isTaken(List<Entry> unit, Map<ClientId, Optional<Posted>> known) throws SQLException {
		Map<ClientId, String> texts = new HashMap<>(0);
		for (Entry entry : unit) {
			ClientId id = ClientId.of(entry).orElse(null);
			if (id != null) {
				String text = entry.draft().text();
				String first = texts.get(id);
				if (first == null) {
					// What was deleted stands for whatever it said.
					first = earlier(id, known).filter((posted) -> !posted.deleted()).map(Posted::text).orElse(text);
					texts.put(id, first);
				}
				if (!text.equals(first)) {
					return true;
				}
			}
		}
		return false;
	}

	private Stored number(Entry entry, Instant now, Map<TopicName, Long> advanced,
			Map<ClientId, Optional<Posted>> known) throws SQLException {
		ClientId id = ClientId.of(entry).orElse(null);
		Posted earlier = (id != null) ? earlier(id, known).orElse(null) : null;
		if (earlier != null) {
			return new Stored(entry, earlier, false);
		}
		Stored stored = Stored.fresh(entry, next(entry.topic(), advanced), now);
		if (id != null) {
			known.put(id, Optional.of(stored.posted()));
		}
		return stored;
	}

	private Optional<Posted> earlier(ClientId id, Map<ClientId, Optional<Posted>> known) throws SQLException {
		Optional<Posted> earlier = known.get(id);
		if (earlier == null) {
			earlier = find(id);
			known.put(id, earlier);
		}
		return earlier;
	}

	private Optional<Posted> find(ClientId id) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND);
		statement.setString(1, id.topic().value());
		statement.setString(2, id.login());
		statement.setString(3, id.value());
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(posted(rows)) : Optional.empty();
		}
	}

	private Optional<Posted> find(Deletion deletion) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND_BY_NUMBER);
		statement.setString(1, deletion.topic().value());
		statement.setLong(2, deletion.seq());
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next() ? Optional.of(posted(rows)) : Optional.empty();
		}
	}

	private long next(TopicName topic, Map<TopicName, Long> advanced) {
		Long head = advanced.get(topic);
		if (head == null) {
			head = this.heads.get(topic);
		}
		long next = ((head != null) ? head : head(topic)) + 1;
		advanced.put(topic, next);
		return next;
	}

	private void insert(List<Stored> stored) throws SQLException {
		PreparedStatement statement = this.writes.prepare(INSERT);
		for (Stored each : stored) {
			if (each.fresh()) {
				bind(statement, each);
				statement.addBatch();
			}
		}
		statement.executeBatch();
	}

	private void advance(Map<TopicName, Long> heads) throws SQLException {
		PreparedStatement statement = this.writes.prepare(ADVANCE);
		for (Map.Entry<TopicName, Long> head : heads.entrySet()) {
			statement.setLong(1, head.getValue());
			statement.setString(2, head.getKey().value());
			statement.addBatch();
		}
		statement.executeBatch();
	}

	private static void bind(PreparedStatement statement, Stored stored) throws SQLException {
		Posted posted = stored.posted();
		statement.setString(1, posted.topic());
		statement.setLong(2, posted.seq());
		statement.setString(3, stored.entry().draft().id());
		statement.setString(4, stored.entry().sender().login());
		statement.setString(5, posted.sender());
		statement.setString(6, posted.text());
		statement.setLong(7, posted.sentAt().toEpochMilli());
		statement.setString(8, posted.headers().toText());
	}

	private static List<Event> page(ResultSet rows) throws SQLException {
		PageOfEvents page = new PageOfEvents();
		while (rows.next() && page.add(event(rows))) {
			// The rest is not read.
		}
		return page.events();
	}

	private static Event event(ResultSet row) throws SQLException {
		long target = row.getLong("target");
		return row.wasNull() ? posted(row) : new Deleted(new TopicName(row.getString("topic")), row.getLong("seq"),
				target, row.getString("sender"), Instant.ofEpochMilli(row.getLong("sent_at")));
	}

	private static Posted posted(ResultSet row) throws SQLException {
		TopicName topic = new TopicName(row.getString("topic"));
		return Posted.of(topic, row.getLong("seq"), row.getString("client_id"), row.getString("sender"),
				row.getString("text"), Instant.ofEpochMilli(row.getLong("sent_at")),
				CustomHeaders.ofText(row.getString("headers")));
	}

}
