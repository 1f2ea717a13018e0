package chat.hubbub.topic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of conversations. Their people are members of their topics. Thread-safe.
 */
@Repository
class ConversationStore {

	private final JdbcClient jdbc;

	ConversationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The conversation of exactly these people, unless one of them has left it. */
	Optional<TopicName> find(Collection<Long> people) {
		return this.jdbc.sql("select topic from conversation where people = ?")
			.param(key(people))
			.query(String.class)
			.optional()
			.map(TopicName::new);
	}

	/**
	 * Adds a conversation whose topic is stored.
	 * @throws org.springframework.dao.DuplicateKeyException if these people have one
	 */
	void insert(TopicName topic, Collection<Long> people, long opener) {
		this.jdbc.sql("insert into conversation (topic, people, opener, starter) values (?, ?, ?, ?)")
			.params(topic.value(), key(people), opener, opener)
			.update();
	}

	/**
	 * Shows a conversation to all its people although it may be empty.
	 * @return {@code false} if the account had opened it, or they see it already
	 */
	boolean show(TopicName topic, long account) {
		return this.jdbc.sql("update conversation set opener = null where topic = ? and opener <> ?")
			.params(topic.value(), account)
			.update() == 1;
	}

	/** Whether a person of an empty conversation sees it. */
	boolean isShown(TopicName topic, long account) {
		return this.jdbc.sql("select count(*) from conversation where topic = ? and (opener is null or opener = ?)")
			.params(topic.value(), account)
			.query(Long.class)
			.single() > 0;
	}

	/** The number of empty conversations that only this account sees. */
	long countEmpty(long opener) {
		return this.jdbc.sql("""
				select count(*) from conversation c join topic t on t.name = c.topic
				where c.opener = ? and t.head = 0""").param(opener).query(Long.class).single();
	}

	/**
	 * The number of conversations that an account has started and that somebody can read.
	 */
	long countStarted(long account) {
		return this.jdbc.sql("select count(*) from conversation where starter = ?")
			.param(account)
			.query(Long.class)
			.single();
	}

	/** The conversations that an account sees, the one with the newest event first. */
	List<Head> of(long account) {
		return this.jdbc.sql("""
				select t.name, t.head
				from topic_member p join conversation c on c.topic = p.topic join topic t on t.name = p.topic
				left join event e on e.topic = t.name and e.seq = t.head left join message m on m.id = e.message
				where p.account = :account and (t.head > 0 or c.opener is null or c.opener = :account)
				order by coalesce(e.sent_at, m.sent_at, t.created_at) desc, t.name""")
			.param("account", account)
			.query((row, number) -> new Head(new TopicName(row.getString("name")), row.getLong("head")))
			.list();
	}

	/** The accounts that have left a conversation. */
	List<Long> left(TopicName topic) {
		return this.jdbc.sql("select account from conversation_left where topic = ?")
			.param(topic.value())
			.query(Long.class)
			.list();
	}

	/**
	 * An account leaves a conversation. The people who stay can start another one with
	 * it, so this one is no longer found by its people.
	 */
	void depart(TopicName topic, long account) {
		this.jdbc.sql("insert into conversation_left (topic, account) values (?, ?) on conflict do nothing")
			.params(topic.value(), account)
			.update();
		this.jdbc.sql("update conversation set people = null where topic = ?").param(topic.value()).update();
	}

	private static String key(Collection<Long> people) {
		return people.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
	}

}
