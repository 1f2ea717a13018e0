package chat.hubbub.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import chat.hubbub.account.Accounts;
import chat.hubbub.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of reports. Thread-safe. */
@Repository
class ReportStore {

	private static final String SELECT = "select id, sender, account, text, sent_at, reporter, reason, reported_at from report";

	private final JdbcClient jdbc;

	private final Ids ids;

	private final Accounts accounts;

	ReportStore(JdbcClient jdbc, Ids ids, Accounts accounts) {
		this.jdbc = jdbc;
		this.ids = ids;
		this.accounts = accounts;
	}

	/** Whether an account has reported a message. */
	boolean contains(long reporter, ReportedMessage message) {
		return this.jdbc.sql("select count(*) from report where reporter = ? and topic = ? and seq = ?")
			.params(reporter, message.topic().value(), message.seq())
			.query(Long.class)
			.single() > 0;
	}

	/** The number of reports of an account that no admin has dismissed. */
	long count(long reporter) {
		return this.jdbc.sql("select count(*) from report where reporter = ?")
			.param(reporter)
			.query(Long.class)
			.single();
	}

	void insert(long reporter, ReportedMessage message, String reason, Instant now) {
		long id = this.ids.next("report");
		this.jdbc.sql("""
				insert into report (id, topic, seq, sender, account, text, sent_at, reporter, reason, reported_at)
				values (:id, :topic, :seq, :sender, :account, :text, :sent, :reporter, :reason, :now)""")
			.param("id", id)
			.param("topic", message.topic().value())
			.param("seq", message.seq())
			.param("sender", message.sender())
			.param("account", message.account())
			.param("text", message.text())
			.param("sent", message.sentAt().toEpochMilli())
			.param("reporter", reporter)
			.param("reason", reason)
			.param("now", now.toEpochMilli())
			.update();
	}

	/** The reports before a number, the newest first. */
	List<Report> before(long id, int limit) {
		return this.jdbc.sql(SELECT + " where id < ? order by id desc limit ?")
			.params(id, limit)
			.query(this::report)
			.list();
	}

	Optional<Report> find(long id) {
		return this.jdbc.sql(SELECT + " where id = ?").param(id).query(this::report).optional();
	}

	boolean delete(long id) {
		return this.jdbc.sql("delete from report where id = ?").param(id).update() == 1;
	}

	private Report report(ResultSet row, int number) throws SQLException {
		long account = row.getLong("account");
		String sender = row.wasNull() ? row.getString("sender") : this.accounts.nameOf(account);
		return new Report(row.getLong("id"), sender, row.getString("text"),
				Instant.ofEpochMilli(row.getLong("sent_at")), this.accounts.nameOf(row.getLong("reporter")),
				row.getString("reason"), Instant.ofEpochMilli(row.getLong("reported_at")));
	}

}
