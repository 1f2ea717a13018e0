package chat.hubbub.webhook.outgoing;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.store.Ids;
import chat.hubbub.topic.TopicName;

/** The table of outgoing webhooks. Thread-safe. */
@Repository
class OutgoingHookStore {

	private static final String COLUMNS = "id, topic, account, mention, address, secret, created_at, seq, fault, failing_since, off_at ";

	private static final String SELECT = "select " + COLUMNS + "from outgoing_hook ";

	private final JdbcClient jdbc;

	private final Ids ids;

	OutgoingHookStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	/** The webhooks that are not off. */
	List<OutgoingHook> active() {
		return this.jdbc.sql(SELECT + "where off_at is null order by id").query(OutgoingHookStore::hook).list();
	}

	/** The webhooks that are off. */
	List<OutgoingHook> off() {
		return this.jdbc.sql(SELECT + "where off_at is not null order by id").query(OutgoingHookStore::hook).list();
	}

	/** The webhooks of a topic, the newest first. */
	List<OutgoingHook> of(TopicName topic) {
		return this.jdbc.sql(SELECT + "where topic = :topic order by id desc")
			.param("topic", topic.value())
			.query(OutgoingHookStore::hook)
			.list();
	}

	/**
	 * Stores a webhook that begins after the newest event of its topic, or returns empty
	 * if there are too many already.
	 * @param mention the account whose mentions it tells, {@code null} for all events
	 */
	Optional<OutgoingHook> insert(TopicName topic, long account, @Nullable Long mention, URI address, String secret,
			Instant now) {
		long id = this.ids.next("outgoing_hook");
		return this.jdbc.sql("""
				insert into outgoing_hook (id, topic, account, mention, address, secret, created_at, seq)
				select :id, name, :account, :mention, :address, :secret, :now, head from topic where name = :topic
				and (select count(*) from outgoing_hook where topic = :topic) < :ofTopic
				and (select count(*) from outgoing_hook) < :ofServer
				returning\s""" + COLUMNS)
			.param("id", id)
			.param("topic", topic.value())
			.param("account", account)
			.param("mention", mention, Types.BIGINT)
			.param("address", address.toString())
			.param("secret", secret)
			.param("now", now.toEpochMilli())
			.param("ofTopic", OutgoingHooks.MAX_OF_TOPIC)
			.param("ofServer", OutgoingHooks.MAX_OF_SERVER)
			.query(OutgoingHookStore::hook)
			.optional();
	}

	/** Deletes a webhook of a topic, and returns it; empty if there is no such one. */
	Optional<OutgoingHook> delete(TopicName topic, long id) {
		return this.jdbc.sql("delete from outgoing_hook where id = :id and topic = :topic returning " + COLUMNS)
			.param("id", id)
			.param("topic", topic.value())
			.query(OutgoingHookStore::hook)
			.optional();
	}

	void deleteOf(long account) {
		this.jdbc.sql("delete from outgoing_hook where account = :account or mention = :account")
			.param("account", account)
			.update();
	}

	/** Turns a webhook on again; it goes on where it was. */
	boolean turnOn(TopicName topic, long id) {
		return this.jdbc.sql("""
				update outgoing_hook set off_at = null, fault = null, failing_since = null
				where id = :id and topic = :topic""").param("id", id).param("topic", topic.value()).update() == 1;
	}

	/** Turns a webhook off; returns whether it was on. */
	boolean turnOff(long id, String fault, Instant now) {
		return this.jdbc.sql("update outgoing_hook set off_at = :now, fault = :fault where id = :id and off_at is null")
			.param("id", id)
			.param("fault", fault)
			.param("now", now.toEpochMilli())
			.update() == 1;
	}

	/** Notes that the last attempt of a webhook failed. */
	void fail(long id, String fault, Instant since) {
		this.jdbc.sql("update outgoing_hook set fault = :fault, failing_since = :since where id = :id")
			.param("id", id)
			.param("fault", fault)
			.param("since", since.toEpochMilli())
			.update();
	}

	/** Moves the cursor of a webhook that is on; returns whether it was where it was. */
	boolean move(long id, long from, long to) {
		return this.jdbc.sql("""
				update outgoing_hook set seq = :to, fault = null, failing_since = null
				where id = :id and seq = :from and off_at is null""")
			.param("id", id)
			.param("from", from)
			.param("to", to)
			.update() == 1;
	}

	private static OutgoingHook hook(ResultSet row, int number) throws SQLException {
		return new OutgoingHook(row.getLong("id"), new TopicName(row.getString("topic")), row.getLong("account"),
				number(row, "mention"), URI.create(row.getString("address")), row.getString("secret"),
				Instant.ofEpochMilli(row.getLong("created_at")), row.getLong("seq"), row.getString("fault"),
				time(row, "failing_since"), time(row, "off_at"));
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		Long millis = number(row, column);
		return (millis != null) ? Instant.ofEpochMilli(millis) : null;
	}

	private static @Nullable Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
