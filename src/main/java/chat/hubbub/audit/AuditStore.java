package chat.hubbub.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of acts: rows are added and never changed. Thread-safe. */
@Repository
class AuditStore {

	private final JdbcClient jdbc;

	AuditStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Act act, Instant now) {
		long id = this.jdbc.sql("update last_id set last = last + 1 where name = 'audit' returning last")
			.query(Long.class)
			.single();
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
