package chat.hubbub.message.follow;

import java.time.Duration;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table of leases in PostgreSQL, with the time of the database. Thread-safe.
 */
class LeaseStore {

	/** A node that has not renewed a lease for so long has lost it. */
	static final Duration VALIDITY = Duration.ofSeconds(15);

	private static final String NOW = "floor(extract(epoch from clock_timestamp()) * 1000)::bigint";

	private static final String END = "(" + NOW + " + " + VALIDITY.toMillis() + ")";

	private final JdbcTemplate jdbc;

	LeaseStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Takes a lease that is free; returns its number, or 0 if another node has it. */
	long take(String follower, String node) {
		return this.jdbc
			.query("insert into follower_lease (follower, node, fence, until) values (?, ?, 1, " + END
					+ ") on conflict (follower) do update set node = excluded.node, fence = follower_lease.fence + 1,"
					+ " until = excluded.until where follower_lease.until < " + NOW
					+ " or follower_lease.node = excluded.node returning fence", (row, number) -> row.getLong(1),
					follower, node)
			.stream()
			.findFirst()
			.orElse(0L);
	}

	/** Whether a lease is still that of its holder, which has it for longer now. */
	boolean renew(String follower, long fence) {
		return this.jdbc.update("update follower_lease set until = " + END + " where follower = ? and fence = ?",
				follower, fence) == 1;
	}

	/** The same for the time of a transaction: until its end no other node takes it. */
	boolean isHeld(String follower, long fence) {
		return this.jdbc.update("update follower_lease set fence = fence where follower = ? and fence = ?", follower,
				fence) == 1;
	}

	void release(String follower, long fence) {
		this.jdbc.update("update follower_lease set until = 0 where follower = ? and fence = ?", follower, fence);
	}

}
