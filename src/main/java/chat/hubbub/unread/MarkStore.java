package chat.hubbub.unread;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.account.Account;
import chat.hubbub.account.Username;
import chat.hubbub.topic.TopicName;

/** The tables of marks, and what they are compared with. Thread-safe. */
@Repository
class MarkStore implements MarkQueue.Rows {

	/** Messages that are further back than so many events are not counted. */
	private static final int EVENTS = 10_000;

	private final JdbcClient jdbc;

	MarkStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The time in ms at which an account first asked what is new; empty if it never has.
	 */
	OptionalLong start(long account) {
		Optional<Long> start = this.jdbc.sql("select began_at from unread_start where account = ?")
			.param(account)
			.query(Long.class)
			.optional();
		return start.isPresent() ? OptionalLong.of(start.get()) : OptionalLong.empty();
	}

	/** The marks of an account. */
	Map<TopicName, Mark> marks(long account) {
		Map<TopicName, Mark> marks = new HashMap<>();
		this.jdbc.sql("select topic, seq, level, favourite from read_mark where account = ?")
			.param(account)
			.query((row) -> {
				marks.put(new TopicName(row.getString("topic")), mark(row));
			});
		return marks;
	}

	/** The mark of an account in a topic. */
	Optional<Mark> mark(long account, TopicName topic) {
		return this.jdbc.sql("select seq, level, favourite from read_mark where account = ? and topic = ?")
			.params(account, topic.value())
			.query((row, number) -> mark(row))
			.optional();
	}

	@Override
	public void begin(long account, long time) {
		this.jdbc.sql("insert into unread_start (account, began_at) values (?, ?) on conflict (account) do nothing")
			.params(account, time)
			.update();
	}

	@Override
	public void put(long account, TopicName topic, Change change) {
		this.jdbc.sql("""
				insert into read_mark (account, topic, seq, level, favourite)
				values (:account, :topic, :read, coalesce(:level, 'all'), coalesce(:favourite, false))
				on conflict (account, topic) do update set
				seq = case when :back or read_mark.seq is null or excluded.seq > read_mark.seq
				then coalesce(excluded.seq, read_mark.seq) else read_mark.seq end,
				level = coalesce(:level, read_mark.level), favourite = coalesce(:favourite, read_mark.favourite)""")
			.param("account", account)
			.param("topic", topic.value())
			.param("read", change.read())
			.param("back", change.back())
			.param("level", text(change.level()))
			.param("favourite", change.favourite())
			.update();
	}

	void deleteAll(long account) {
		this.jdbc.sql("delete from read_mark where account = ?").param(account).update();
		this.jdbc.sql("delete from unread_start where account = ?").param(account).update();
	}

	/**
	 * The numbers of the newest events of all topics, without conversations that
	 * everybody has left.
	 */
	Map<TopicName, Long> heads() {
		Map<TopicName, Long> heads = new HashMap<>();
		this.jdbc.sql("""
				select name, head from topic
				where access <> 'direct' or exists (select 1 from topic_member where topic = name)""").query((row) -> {
			heads.put(new TopicName(row.getString("name")), row.getLong("head"));
		});
		return heads;
	}

	/** The number of the newest event of a topic. */
	long head(TopicName topic) {
		return this.jdbc.sql("select head from topic where name = ?").param(topic.value()).query(Long.class).single();
	}

	/** The newest messages of a topic that are not deleted, the newest first. */
	List<Post> newest(TopicName topic, int limit) {
		Map<Long, Set<String>> people = people(topic);
		return this.jdbc.sql("""
				select event.seq as seq, message.login as login, message.sender as sender, message.sent_at as sent_at
				from event join message on message.id = event.message
				where event.topic = :topic and event.kind = 'posted' and not message.deleted
				and event.seq > (select head from topic where name = :topic) - :events
				order by event.seq desc limit :limit""")
			.param("topic", topic.value())
			.param("events", EVENTS)
			.param("limit", limit)
			.query((row, number) -> post(row, people))
			.list();
	}

	private static Post post(ResultSet row, Map<Long, Set<String>> people) throws SQLException {
		long seq = row.getLong("seq");
		String login = row.getString("login");
		String sender = row.getString("sender");
		return new Post(seq, row.getLong("sent_at"), Post.author(login, sender),
				Post.people(people.getOrDefault(seq, Set.of()), login, sender));
	}

	/** The keys of the people whom the newest messages mention, by their numbers. */
	private Map<Long, Set<String>> people(TopicName topic) {
		Map<Long, Set<String>> people = new HashMap<>();
		this.jdbc.sql("""
				select seq, account, name from mention
				where topic = ? and (account is not null or name is not null) order by seq desc limit ?""")
			.params(topic.value(), PostMentions.MOST)
			.query((row) -> {
				long account = row.getLong("account");
				String key = row.wasNull() ? new Username(row.getString("name")).key() : Account.key(account);
				people.computeIfAbsent(row.getLong("seq"), (seq) -> new HashSet<>()).add(key);
			});
		return people;
	}

	private static Mark mark(ResultSet row) throws SQLException {
		long seq = row.getLong("seq");
		Long read = row.wasNull() ? null : seq;
		return new Mark(read, Level.of(row.getString("level")).orElse(Level.ALL), row.getBoolean("favourite"));
	}

	private static @Nullable String text(@Nullable Level level) {
		return (level != null) ? level.toString() : null;
	}

}
