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

	private static final String COLUMNS = "id, topic, everywhere, account, token, mention, address, secret, "
			+ "created_at, seq, fault, failing_since, off_at ";

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

	/** The webhooks of a scope, the newest first. */
	List<OutgoingHook> of(Scope scope) {
		return this.jdbc.sql(SELECT + "where " + scope.rows() + " order by id desc")
			.param("key", scope.key())
			.query(OutgoingHookStore::hook)
			.list();
	}

	/**
	 * Stores a webhook that begins after the newest events, or returns empty if there are
	 * too many already. For every topic, the caller needs a transaction.
	 * @param mention the account whose mentions it tells, {@code null} for all events
	 */
	Optional<OutgoingHook> insert(Scope scope, Maker maker, @Nullable Long mention, URI address, String secret,
			Instant now) {
		long id = this.ids.next("outgoing_hook");
		Optional<OutgoingHook> created = this.jdbc.sql("""
				insert into outgoing_hook
				(id, topic, everywhere, account, token, mention, address, secret, created_at, seq)
				select :id, name, :everywhere, :account, :token, :mention, :address, :secret, :now, head
				from topic where name = :topic
				and (select count(*) from outgoing_hook where\s""" + scope.rows() + """
				) < :most and (select count(*) from outgoing_hook) < :ofServer
				returning\s""" + COLUMNS)
			.param("id", id)
			.param("topic", scope.start().value())
			.param("everywhere", scope.everywhere())
			.param("account", maker.account())
			.param("token", maker.token(), Types.BIGINT)
			.param("mention", mention, Types.BIGINT)
			.param("address", address.toString())
			.param("secret", secret)
			.param("now", now.toEpochMilli())
			.param("key", scope.key())
			.param("most", scope.most())
			.param("ofServer", OutgoingHooks.MAX_OF_SERVER)
			.query(OutgoingHookStore::hook)
			.optional();
		created.filter(OutgoingHook::everywhere).ifPresent(this::begin);
		return created;
	}

	private void begin(OutgoingHook hook) {
		this.jdbc.sql("""
				insert into outgoing_hook_cursor (hook, topic, seq)
				select :id, name, head from topic where access <> 'direct' and head > 0""")
			.param("id", hook.id())
			.update();
	}

	/**
	 * Deletes a webhook of a scope, and returns it; empty if there is no such one. The
	 * caller needs a transaction.
	 */
	Optional<OutgoingHook> delete(Scope scope, long id) {
		this.jdbc
			.sql("delete from outgoing_hook_cursor where hook in (select id from outgoing_hook where id = :id and "
					+ scope.rows() + ")")
			.param("id", id)
			.param("key", scope.key())
			.update();
		return this.jdbc.sql("delete from outgoing_hook where id = :id and " + scope.rows() + " returning " + COLUMNS)
			.param("id", id)
			.param("key", scope.key())
			.query(OutgoingHookStore::hook)
			.optional();
	}

	/** Deletes the webhooks of an account. The caller needs a transaction. */
	void deleteOf(long account) {
		String own = "where account = :account or mention = :account";
		this.jdbc.sql("delete from outgoing_hook_cursor where hook in (select id from outgoing_hook " + own + ")")
			.param("account", account)
			.update();
		this.jdbc.sql("delete from outgoing_hook " + own).param("account", account).update();
	}

	/**
	 * Turns a webhook on again; it goes on where it was. That of an account is then of
	 * another origin.
	 */
	boolean turnOn(Scope scope, long id, Maker maker) {
		if (scope.everywhere()) {
			this.jdbc.sql("""
					update outgoing_hook set account = :account, token = :token
					where id = :id and off_at is not null and\s""" + scope.rows())
				.param("account", maker.account())
				.param("token", maker.token(), Types.BIGINT)
				.param("id", id)
				.param("key", scope.key())
				.update();
		}
		return this.jdbc.sql("""
				update outgoing_hook set off_at = null, fault = null, failing_since = null
				where id = :id and\s""" + scope.rows()).param("id", id).param("key", scope.key()).update() == 1;
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

	/**
	 * Moves the cursor of a webhook that is on; returns whether it was where it was. For
	 * every topic, the caller needs a transaction.
	 */
	boolean move(OutgoingHook hook, Place from, Place to) {
		boolean moved = this.jdbc.sql("""
				update outgoing_hook set topic = :toTopic, seq = :to, fault = null, failing_since = null
				where id = :id and topic = :fromTopic and seq = :from and off_at is null""")
			.param("id", hook.id())
			.param("fromTopic", from.topic().value())
			.param("from", from.seq())
			.param("toTopic", to.topic().value())
			.param("to", to.seq())
			.update() == 1;
		if (moved && hook.everywhere()) {
			this.jdbc.sql("""
					insert into outgoing_hook_cursor (hook, topic, seq) values (:id, :topic, :seq)
					on conflict (hook, topic) do update set seq = excluded.seq""")
				.param("id", hook.id())
				.param("topic", to.topic().value())
				.param("seq", to.seq())
				.update();
		}
		return moved;
	}

	private static OutgoingHook hook(ResultSet row, int number) throws SQLException {
		return new OutgoingHook(row.getLong("id"), new TopicName(row.getString("topic")), row.getBoolean("everywhere"),
				new Maker(row.getLong("account"), number(row, "token")), number(row, "mention"),
				URI.create(row.getString("address")), row.getString("secret"),
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
