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
	 * @param units in the order in which they shall be numbered; of each unit all is
	 * stored, or nothing
	 * @return what became of them, in the same order
	 */
	@Transactional
	Appended append(List<List<Entry>> units) {
		Instant now = Instant.ofEpochMilli(this.clock.millis());
		Map<TopicName, Long> heads = new LinkedHashMap<>();
		Map<ClientId, Optional<Posted>> known = new HashMap<>();
		Appended outcome = new Appended(new ArrayList<>(units.size()), new ArrayList<>(0));
		for (List<Entry> unit : units) {
			if (isTaken(unit, known)) {
				outcome.refused().addAll(unit);
			}
			else {
				unit.forEach((entry) -> outcome.stored().add(number(entry, now, heads, known)));
			}
		}
		insert(outcome.stored().stream().filter(Stored::fresh).toList());
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

	/** Whether an id in it stands for another text already. */
	private boolean isTaken(List<Entry> unit, Map<ClientId, Optional<Posted>> known) {
		Map<ClientId, String> texts = new HashMap<>();
		return unit.stream().anyMatch((entry) -> {
			String text = entry.draft().text();
			return ClientId.of(entry)
				.map((id) -> texts.computeIfAbsent(id, (first) -> earlier(first, known).map(Posted::text).orElse(text)))
				.filter((earlier) -> !earlier.equals(text))
				.isPresent();
		});
	}

	private Stored number(Entry entry, Instant now, Map<TopicName, Long> heads, Map<ClientId, Optional<Posted>> known) {
		Optional<ClientId> id = ClientId.of(entry);
		Optional<Posted> earlier = id.flatMap((value) -> earlier(value, known));
		Stored stored = earlier.map((posted) -> new Stored(entry, posted, false))
			.orElseGet(() -> Stored.fresh(entry, next(entry.topic(), heads), now));
		id.ifPresent((value) -> known.put(value, Optional.of(stored.posted())));
		return stored;
	}

	private Optional<Posted> earlier(ClientId id, Map<ClientId, Optional<Posted>> known) {
		return known.computeIfAbsent(id, this::find);
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
