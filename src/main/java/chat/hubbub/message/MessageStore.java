package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import chat.hubbub.broker.CustomHeaders;
import chat.hubbub.topic.TopicName;

/**
 * The table of events. The topic's row counts them, so a number is taken if and only if
 * its event is stored. Reading is thread-safe; appending is for one thread.
 */
@Repository
class MessageStore {

	private static final String COLUMNS = "topic, seq, client_id, sender, text, sent_at, headers";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Clock clock;

	MessageStore(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.clock = clock;
	}

	/**
	 * Stores entries in one commit.
	 * @param entries in the order in which they shall be numbered
	 * @return what became of each, in the same order
	 */
	@Transactional
	List<Stored> append(List<Entry> entries) {
		Instant now = Instant.ofEpochMilli(this.clock.millis());
		Map<TopicName, Long> heads = new LinkedHashMap<>();
		Map<ClientId, Stored> group = new HashMap<>();
		List<Stored> outcome = new ArrayList<>(entries.size());
		for (Entry entry : entries) {
			Stored stored = earlier(entry, group).orElseGet(() -> Stored.fresh(entry, next(entry.topic(), heads), now));
			ClientId.of(entry).ifPresent((id) -> group.put(id, stored));
			outcome.add(stored);
		}
		insert(outcome.stream().filter(Stored::fresh).toList());
		heads.forEach(this::advance);
		return outcome;
	}

	List<Posted> before(TopicName topic, long seq, int limit) {
		return this.jdbc
			.sql("select " + COLUMNS + " from event where topic = :topic and seq < :seq order by seq desc limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(MessageStore::posted)
			.list();
	}

	List<Posted> after(TopicName topic, long seq, int limit) {
		return this.jdbc
			.sql("select " + COLUMNS + " from event where topic = :topic and seq > :seq order by seq limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(MessageStore::posted)
			.list();
	}

	private Optional<Stored> earlier(Entry entry, Map<ClientId, Stored> group) {
		return ClientId.of(entry)
			.flatMap((id) -> Optional.ofNullable(group.get(id)).map(Stored::posted).or(() -> find(id)))
			.map((posted) -> new Stored(entry, posted, false));
	}

	private Optional<Posted> find(ClientId id) {
		return this.jdbc
			.sql("select " + COLUMNS + " from event where topic = :topic and login = :login and client_id = :id")
			.param("topic", id.topic().value())
			.param("login", id.login())
			.param("id", id.value())
			.query(MessageStore::posted)
			.optional();
	}

	private long next(TopicName topic, Map<TopicName, Long> heads) {
		return heads.compute(topic, (name, head) -> ((head != null) ? head : head(name)) + 1);
	}

	long head(TopicName topic) {
		return this.jdbc.sql("select head from topic where name = :topic")
			.param("topic", topic.value())
			.query(Long.class)
			.single();
	}

	private void advance(TopicName topic, long head) {
		this.jdbc.sql("update topic set head = :head where name = :topic")
			.param("head", head)
			.param("topic", topic.value())
			.update();
	}

	private void insert(List<Stored> fresh) {
		if (!fresh.isEmpty()) {
			this.batches.batchUpdate("""
					insert into event (topic, seq, client_id, login, sender, text, sent_at, headers)
					values (?, ?, ?, ?, ?, ?, ?, ?)""", fresh, fresh.size(), MessageStore::bind);
		}
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

	private static Posted posted(ResultSet row, int number) throws SQLException {
		TopicName topic = new TopicName(row.getString("topic"));
		return Posted.of(topic, row.getLong("seq"), row.getString("client_id"), row.getString("sender"),
				row.getString("text"), Instant.ofEpochMilli(row.getLong("sent_at")),
				CustomHeaders.ofText(row.getString("headers")));
	}

}
