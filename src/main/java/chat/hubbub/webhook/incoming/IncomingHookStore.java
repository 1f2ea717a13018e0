package chat.hubbub.webhook.incoming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.account.Secret;
import chat.hubbub.account.Username;
import chat.hubbub.store.Ids;
import chat.hubbub.topic.TopicName;

/** The table of incoming webhooks. Thread-safe. */
@Repository
class IncomingHookStore {

	private static final String SELECT = "select id, topic, account, name, created_at from incoming_hook ";

	private final JdbcClient jdbc;

	private final Ids ids;

	IncomingHookStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	Optional<IncomingHook> find(Secret secret) {
		return this.jdbc.sql(SELECT + "where secret = :secret")
			.param("secret", secret.hash())
			.query(IncomingHookStore::hook)
			.optional();
	}

	/** The webhooks of a topic, the newest first. */
	List<IncomingHook> of(TopicName topic) {
		return this.jdbc.sql(SELECT + "where topic = :topic order by id desc")
			.param("topic", topic.value())
			.query(IncomingHookStore::hook)
			.list();
	}

	/** Stores a webhook, or returns empty if there are too many already. */
	Optional<IncomingHook> insert(TopicName topic, long account, Username name, Secret secret, Instant now) {
		long id = this.ids.next("incoming_hook");
		return this.jdbc.sql("""
				insert into incoming_hook (id, topic, account, name, secret, created_at)
				select :id, :topic, :account, :name, :secret, :now
				where (select count(*) from incoming_hook where topic = :topic) < :ofTopic
				and (select count(*) from incoming_hook where account = :account) < :ofAccount
				returning id, topic, account, name, created_at""")
			.param("id", id)
			.param("topic", topic.value())
			.param("account", account)
			.param("name", name.value())
			.param("secret", secret.hash())
			.param("now", now.toEpochMilli())
			.param("ofTopic", IncomingHooks.MAX_OF_TOPIC)
			.param("ofAccount", IncomingHooks.MAX_OF_ACCOUNT)
			.query(IncomingHookStore::hook)
			.optional();
	}

	/** Deletes a webhook of a topic, and returns it; empty if there is no such one. */
	Optional<IncomingHook> delete(TopicName topic, long id) {
		return this.jdbc.sql("""
				delete from incoming_hook where id = :id and topic = :topic
				returning id, topic, account, name, created_at""")
			.param("id", id)
			.param("topic", topic.value())
			.query(IncomingHookStore::hook)
			.optional();
	}

	void deleteOf(long account) {
		this.jdbc.sql("delete from incoming_hook where account = :account").param("account", account).update();
	}

	private static IncomingHook hook(ResultSet row, int number) throws SQLException {
		return new IncomingHook(row.getLong("id"), new TopicName(row.getString("topic")), row.getLong("account"),
				new Username(row.getString("name")), Instant.ofEpochMilli(row.getLong("created_at")));
	}

}
