package chat.hubbub.push;

import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.topic.TopicName;

/** The tables of subscriptions and of what waits for them. Thread-safe. */
@Repository
class PushStore {

	private static final String COLUMNS = "id, account, epoch, endpoint, public_key, secret, language, page";

	private final JdbcClient jdbc;

	PushStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The keys of this server, which are created once for all nodes. */
	KeyPair keys(Supplier<KeyPair> fresh) {
		return stored().orElseGet(() -> {
			KeyPair pair = fresh.get();
			this.jdbc.sql("insert into push_key (id, public_key, private_key) values (1, ?, ?) on conflict do nothing")
				.params(text(Curve.bytes((ECPublicKey) pair.getPublic())),
						text(Curve.bytes((ECPrivateKey) pair.getPrivate())))
				.update();
			return stored().orElseThrow();
		});
	}

	private Optional<KeyPair> stored() {
		return this.jdbc.sql("select public_key, private_key from push_key")
			.query((row, number) -> new KeyPair(Curve.publicKey(bytes(row.getString("public_key"))),
					Curve.privateKey(bytes(row.getString("private_key")))))
			.optional();
	}

	/**
	 * Stores a subscription in place of the former one of the browser. If the account has
	 * more than it may have, those go that were renewed first.
	 */
	void put(Subscription subscription, Instant now, int most) {
		this.jdbc
			.sql("insert into push_subscription (" + COLUMNS + ", renewed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) " + """
					on conflict (id) do update set account = excluded.account, epoch = excluded.epoch,
					public_key = excluded.public_key, secret = excluded.secret, language = excluded.language,
					page = excluded.page, renewed_at = excluded.renewed_at""")
			.params(subscription.id(), subscription.account(), subscription.epoch(), subscription.endpoint().toString(),
					text(Curve.bytes(subscription.key())), text(subscription.secret()), subscription.language(),
					subscription.page(), now.toEpochMilli())
			.update();
		this.jdbc
			.sql("select id from push_subscription where account = ? order by renewed_at desc, id limit 1000 offset ?")
			.params(subscription.account(), most)
			.query(String.class)
			.list()
			.forEach(this::delete);
	}

	/** Deletes the subscription of a browser, if it is the account's. */
	void delete(String id, long account) {
		this.jdbc.sql("select id from push_subscription where id = ? and account = ?")
			.params(id, account)
			.query(String.class)
			.list()
			.forEach(this::delete);
	}

	void delete(String id) {
		this.jdbc.sql("delete from push_message where subscription = ?").param(id).update();
		this.jdbc.sql("delete from push_subscription where id = ?").param(id).update();
	}

	/**
	 * Deletes a subscription, unless the browser has renewed it meanwhile, with another
	 * password or for another account.
	 */
	void delete(Subscription subscription) {
		String same = "id = ? and account = ? and epoch = ?";
		Object[] key = { subscription.id(), subscription.account(), subscription.epoch() };
		this.jdbc.sql("""
				delete from push_message where subscription in
				(select id from push_subscription where\s""" + same + ")").params(key).update();
		this.jdbc.sql("delete from push_subscription where " + same).params(key).update();
	}

	void deleteOf(long account) {
		this.jdbc
			.sql("delete from push_message where subscription in (select id from push_subscription where account = ?)")
			.param(account)
			.update();
		this.jdbc.sql("delete from push_subscription where account = ?").param(account).update();
	}

	/** The subscriptions of accounts. */
	List<Subscription> of(Collection<Long> accounts) {
		return accounts.isEmpty() ? List.of()
				: this.jdbc
					.sql("select " + COLUMNS + " from push_subscription where account in (:accounts) order by id")
					.param("accounts", accounts)
					.query(PushStore::subscription)
					.list();
	}

	/**
	 * The accounts that a message mentions since an event, which has posted or edited it.
	 */
	List<Long> mentioned(News news) {
		return this.jdbc.sql("""
				select account from mention
				where topic = ? and seq = ? and account is not null and coalesce(edit, seq) = ?""")
			.params(news.topic().value(), news.seq(), news.event())
			.query(Long.class)
			.list();
	}

	/** Whether a message mentions the account of the browser now. */
	boolean mentions(Waiting message) {
		return this.jdbc.sql("select count(*) from mention where topic = ? and seq = ? and account = ?")
			.params(message.topic().value(), message.seq(), message.subscription().account())
			.query(Long.class)
			.single() > 0;
	}

	/** Adds a message in place of an earlier one of its topic. */
	void add(String subscription, News news, Instant due, Instant expires) {
		this.jdbc.sql("""
				insert into push_message (subscription, topic, seq, edit, due_at, expires_at, attempts)
				select id, ?, ?, nullif(?, ?), ?, ?, 0 from push_subscription where id = ?
				on conflict (subscription, topic) do update set seq = excluded.seq, edit = excluded.edit,
				expires_at = excluded.expires_at,
				due_at = case when push_message.attempts > 0 then push_message.due_at else excluded.due_at end""")
			.params(news.topic().value(), news.seq(), news.event(), news.seq(), due.toEpochMilli(),
					expires.toEpochMilli(), subscription)
			.update();
	}

	/** The messages whose time has come, at most one for each browser. */
	List<Waiting> due(Instant now, int limit) {
		return this.jdbc.sql("select topic, seq, coalesce(edit, seq) as event, expires_at, attempts, " + COLUMNS + """
				 from push_message join push_subscription on push_subscription.id = push_message.subscription
				where due_at <= :now and not exists (select 1 from push_message as other
				where other.subscription = push_message.subscription and other.due_at <= :now
				and (other.due_at < push_message.due_at
				or (other.due_at = push_message.due_at and other.topic < push_message.topic)))
				order by due_at, id limit :limit""")
			.param("now", now.toEpochMilli())
			.param("limit", limit)
			.query((row, number) -> new Waiting(subscription(row, number), new TopicName(row.getString("topic")),
					row.getLong("seq"), row.getLong("event"), Instant.ofEpochMilli(row.getLong("expires_at")),
					row.getInt("attempts")))
			.list();
	}

	/** A message is told, or is no news any more; one that came since stays. */
	void remove(Waiting message) {
		this.jdbc.sql("delete from push_message where subscription = ? and topic = ? and coalesce(edit, seq) = ?")
			.params(message.subscription().id(), message.topic().value(), message.event())
			.update();
	}

	/** A browser cannot be reached before a time. */
	void postpone(Waiting message, Instant until) {
		this.jdbc.sql("update push_message set attempts = attempts + 1 where subscription = ? and topic = ?")
			.params(message.subscription().id(), message.topic().value())
			.update();
		this.jdbc.sql("update push_message set due_at = ? where subscription = ? and due_at < ?")
			.params(until.toEpochMilli(), message.subscription().id(), until.toEpochMilli())
			.update();
	}

	/** Deletes the subscriptions that were not renewed since a time. */
	void deleteBefore(Instant time) {
		this.jdbc.sql("select id from push_subscription where renewed_at < ?")
			.param(time.toEpochMilli())
			.query(String.class)
			.list()
			.forEach(this::delete);
	}

	private static Subscription subscription(ResultSet row, int number) throws SQLException {
		return new Subscription(row.getString("id"), row.getLong("account"), row.getLong("epoch"),
				URI.create(row.getString("endpoint")), Curve.publicKey(bytes(row.getString("public_key"))),
				bytes(row.getString("secret")), row.getString("language"), row.getString("page"));
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] bytes(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

}
