package chat.hubbub.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** The table of changes, in PostgreSQL. Thread-safe. */
final class ChangeStore {

	private static final int PAGE = 1_000;

	private static final String NOW = "floor(extract(epoch from clock_timestamp()) * 1000)::bigint";

	private final JdbcTemplate jdbc;

	ChangeStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a change at the end of the caller's transaction. Other transactions with
	 * changes wait until it ends.
	 * @return its number
	 */
	long add(String kind, String key) {
		long id = number("update change_counter set number = number + 1 returning number");
		this.jdbc.update("insert into change (id, kind, key, at) values (?, ?, ?, " + NOW + ")", id, kind, key);
		return id;
	}

	/** The number of the newest change that is committed. */
	long newest() {
		return number("select number from change_counter");
	}

	/**
	 * The next changes after a number, in their order; fewer only if there are no more.
	 */
	List<Change> after(long number) {
		return this.jdbc.query("select id, kind, key from change where id > ? order by id limit " + PAGE,
				(row, index) -> new Change(row.getLong(1), row.getString(2), row.getString(3)), number);
	}

	/** Deletes the changes that are older than that. */
	void prune(Duration age) {
		this.jdbc.update("delete from change where at < " + NOW + " - ?", age.toMillis());
	}

	/** The time of the database. */
	Instant now() {
		return Instant.ofEpochMilli(number("select " + NOW));
	}

	private long number(String sql) {
		Long number = this.jdbc.queryForObject(sql, Long.class);
		return (number != null) ? number : 0;
	}

}
