package chat.hubbub.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.store.Ids;

/** The table of acts: rows are added and never changed. Thread-safe. */
@Repository
class AuditStore {

	private final JdbcClient jdbc;

	private final Ids ids;

	AuditStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	void insert(Act act, Instant now) {
		long id = this.ids.next("audit");
		this.jdbc.sql("""
				insert into audit (id, done_at, actor, act, topic, subject, detail)
				values (:id, :now, :actor, :act, :topic, :subject, :detail)""")
			.param("id", id)
			.param("now", now.toEpochMilli())
			.param("actor", act.actor())
			.param("act", act.name())
			.param("topic", act.topic())
			.param("subject", act.subject())
			.param("detail", act.detail())
			.update();
	}

	/** The rows before a number, the newest first. */
	List<AuditRow> before(long id, int limit) {
		return this.jdbc.sql("""
				select id, done_at, actor, act, topic, subject, detail from audit
				where id < :id order by id desc limit :limit""")
			.param("id", id)
			.param("limit", limit)
			.query(AuditStore::row)
			.list();
	}

	private static AuditRow row(ResultSet row, int number) throws SQLException {
		return new AuditRow(row.getLong("id"), Instant.ofEpochMilli(row.getLong("done_at")), row.getString("actor"),
				row.getString("act"), row.getString("topic"), row.getString("subject"), row.getString("detail"));
	}

}
