package chat.hubbub.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of topics and of their members. Thread-safe. */
@Repository
class TopicStore {

	private static final String TOPIC = "select name, title, description, access, announcements from topic";

	private static final String HEADS = "select name, head from topic %s order by created_at, name";

	/** More names than that cost more than reading all heads. */
	private static final int MAX_NAMES = 500;

	private final JdbcClient jdbc;

	TopicStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest event number of some topics, the oldest topic first. */
	List<Head> heads(Collection<TopicName> topics) {
		if (topics.size() > MAX_NAMES) {
			Set<TopicName> some = Set.copyOf(topics);
			return heads(this.jdbc.sql(HEADS.formatted(""))).filter((head) -> some.contains(head.topic())).toList();
		}
		if (topics.isEmpty()) {
			return List.of();
		}
		return heads(this.jdbc.sql(HEADS.formatted("where name in (:names)"))
			.param("names", topics.stream().map(TopicName::value).toList())).toList();
	}

	private static Stream<Head> heads(JdbcClient.StatementSpec statement) {
		return statement.query((row, number) -> new Head(new TopicName(row.getString("name")), row.getLong("head")))
			.list()
			.stream();
	}

	long head(TopicName topic) {
		return this.jdbc.sql("select head from topic where name = :topic")
			.param("topic", topic.value())
			.query(Long.class)
			.single();
	}

	/** All topics and their members. */
	List<Rights> rights() {
		Map<TopicName, Map<Long, Standing>> people = new HashMap<>();
		this.jdbc.sql("select topic, account, moderator from topic_member").query((row) -> {
			people.computeIfAbsent(new TopicName(row.getString("topic")), (name) -> new HashMap<>())
				.put(row.getLong("account"), standing(row));
		});
		return this.jdbc.sql(TOPIC)
			.query(TopicStore::topic)
			.list()
			.stream()
			.map((topic) -> new Rights(topic, people.getOrDefault(topic.name(), Map.of())))
			.toList();
	}

	/**
	 * One topic and its members. They are read in two steps; a change in between is
	 * published as another fact.
	 */
	Optional<Rights> rights(TopicName name) {
		return find(name).map((topic) -> new Rights(topic, people(name)));
	}

	private Map<Long, Standing> people(TopicName name) {
		Map<Long, Standing> people = new HashMap<>();
		this.jdbc.sql("select account, moderator from topic_member where topic = :name")
			.param("name", name.value())
			.query((row) -> {
				people.put(row.getLong("account"), standing(row));
			});
		return people;
	}

	private static Standing standing(ResultSet row) throws SQLException {
		return row.getBoolean("moderator") ? Standing.MODERATOR : Standing.MEMBER;
	}

	Optional<Topic> find(TopicName name) {
		return this.jdbc.sql(TOPIC + " where name = :name")
			.param("name", name.value())
			.query(TopicStore::topic)
			.optional();
	}

	/**
	 * Returns whether the topic is new; an existing topic of that name stays unchanged.
	 */
	@Transactional
	boolean insert(Rights rights, Instant now) {
		Topic topic = rights.topic();
		boolean fresh = this.jdbc.sql("""
				insert into topic (name, title, description, access, announcements, created_at)
				values (:name, :title, :description, :access, :announcements, :now)
				on conflict (name) do nothing""")
			.param("name", topic.name().value())
			.param("title", topic.title())
			.param("description", topic.description())
			.param("access", topic.access().toString())
			.param("announcements", topic.announcements())
			.param("now", now.toEpochMilli())
			.update() == 1;
		if (fresh) {
			rights.people().forEach((account, standing) -> invite(topic.name(), account, standing));
		}
		return fresh;
	}

	/**
	 * One topic and its members, which no other node changes until the end of the
	 * transaction of the caller.
	 */
	Optional<Rights> lock(TopicName name) {
		this.jdbc.sql("update topic set title = title where name = :name").param("name", name.value()).update();
		return rights(name);
	}

	void update(Topic topic) {
		this.jdbc.sql("""
				update topic
				set title = :title, description = :description, access = :access, announcements = :announcements
				where name = :name""")
			.param("name", topic.name().value())
			.param("title", topic.title())
			.param("description", topic.description())
			.param("access", topic.access().toString())
			.param("announcements", topic.announcements())
			.update();
	}

	void invite(TopicName topic, long account, Standing standing) {
		this.jdbc.sql("""
				insert into topic_member (topic, account, moderator) values (:topic, :account, :moderator)
				on conflict (topic, account) do update set moderator = excluded.moderator""")
			.param("topic", topic.value())
			.param("account", account)
			.param("moderator", standing == Standing.MODERATOR)
			.update();
	}

	void dismiss(TopicName topic, long account) {
		this.jdbc.sql("delete from topic_member where topic = :topic and account = :account")
			.param("topic", topic.value())
			.param("account", account)
			.update();
	}

	private static Topic topic(ResultSet row, int number) throws SQLException {
		return new Topic(new TopicName(row.getString("name")), row.getString("title"), row.getString("description"),
				Access.stored(row.getString("access")), row.getBoolean("announcements"));
	}

}
