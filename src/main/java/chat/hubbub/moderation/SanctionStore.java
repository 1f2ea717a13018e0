package chat.hubbub.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import chat.hubbub.account.Username;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.store.Ids;
import chat.hubbub.topic.TopicName;

/** The table of sanctions. Thread-safe. */
@Repository
class SanctionStore {

	private static final String SEPARATOR = ", ";

	private final JdbcClient jdbc;

	private final Ids ids;

	SanctionStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	/** The sanctions in force, in the order of their numbers. */
	List<Sanction> inForce(Instant now) {
		return this.jdbc.sql("""
				select id, kind, topic, account, name, addresses, created_by, reason, created_at, ends_at from sanction
				where lifted_at is null and (ends_at is null or ends_at > :now) order by id""")
			.param("now", now.toEpochMilli())
			.query(SanctionStore::sanction)
			.list();
	}

	/** Stores a sanction in place of those like it; returns it with its number. */
	@Transactional
	Sanction insert(Sanction wanted, Instant now) {
		inForce(now).stream().filter(wanted::isLike).forEach((former) -> lift(former.id(), now));
		long id = this.ids.next("sanction");
		this.jdbc
			.sql("""
					insert into sanction (id, kind, topic, account, name, addresses, created_by, reason, created_at, ends_at)
					values (:id, :kind, :topic, :account, :name, :addresses, :by, :reason, :created, :ends)""")
			.param("id", id)
			.param("kind", wanted.measure().toString())
			.param("topic", text(wanted.topic()))
			.param("account", wanted.subject().account())
			.param("name", wanted.subject().username().value())
			.param("addresses",
					wanted.addresses().stream().map(ClientAddress::toString).collect(Collectors.joining(SEPARATOR)))
			.param("by", wanted.by())
			.param("reason", wanted.reason())
			.param("created", wanted.createdAt().toEpochMilli())
			.param("ends", (wanted.until() != null) ? wanted.until().toEpochMilli() : null)
			.update();
		return wanted.withId(id);
	}

	void lift(long id, Instant now) {
		this.jdbc.sql("update sanction set lifted_at = :now where id = :id and lifted_at is null")
			.param("now", now.toEpochMilli())
			.param("id", id)
			.update();
	}

	private static Sanction sanction(ResultSet row, int number) throws SQLException {
		String topic = row.getString("topic");
		Long ends = number(row, "ends_at");
		return new Sanction(row.getLong("id"), row.getString("kind").equals("ban") ? Measure.BAN : Measure.MUTE,
				(topic != null) ? new TopicName(topic) : null,
				new Subject(new Username(row.getString("name")), number(row, "account")),
				Stream.of(row.getString("addresses").split(SEPARATOR))
					.filter((address) -> !address.isEmpty())
					.map(ClientAddress::parse)
					.toList(),
				row.getString("created_by"), row.getString("reason"), Instant.ofEpochMilli(row.getLong("created_at")),
				(ends != null) ? Instant.ofEpochMilli(ends) : null);
	}

	private static @Nullable String text(@Nullable TopicName topic) {
		return (topic != null) ? topic.value() : null;
	}

	private static @Nullable Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
