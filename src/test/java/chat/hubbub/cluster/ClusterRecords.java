package chat.hubbub.cluster;

import java.time.Duration;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.JdbcTemplate;

/** The records of a cluster's nodes in its database. */
final class ClusterRecords {

	/** Notes the node whose connection has renewed a lease. */
	private static final String WATCH = """
			create table holder (follower text not null primary key, node text not null);
			create function note_holder() returns trigger language plpgsql as $$ begin
			insert into holder (follower, node) values (new.follower, current_setting('application_name'))
			on conflict (follower) do update set node = excluded.node; return new; end $$;
			create trigger holder after insert or update on follower_lease for each row
			when (current_setting('application_name') like 'node-%') execute function note_holder();
			""";

	private static final String COUNT = "posted-count";

	private final JdbcTemplate jdbc;

	/** Begins to watch the leases. */
	ClusterRecords(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		jdbc.execute(WATCH);
	}

	/** The setting by which a node is known here. */
	static String name(String node) {
		return "--spring.datasource.hikari.data-source-properties.ApplicationName=node-" + node;
	}

	/** The name of the node that runs a follower. */
	String holder(String follower) {
		Awaitility.await("A node has renewed the lease of " + follower)
			.until(() -> number("select count(*) from holder where follower = '" + follower + "'") > 0);
		return this.jdbc.queryForObject("select node from holder where follower = ?", String.class, follower)
			.substring("node-".length());
	}

	/** Waits until a follower has stored that it has everything. */
	void awaitFollowed(String follower) {
		Awaitility.await(follower + " has everything")
			.atMost(Duration.ofMinutes(1))
			.until(() -> number("select count(*) from topic left join follower_cursor on topic = name"
					+ " and follower = '" + follower + "' where head <> coalesce(seq, 0)") == 0);
	}

	/** Waits until all messages are counted; returns how many are not, or twice. */
	long miscounted() {
		awaitFollowed(COUNT);
		return number("select count(*) from event where kind = 'posted'") - number("select total from posted_count");
	}

	/** The node that has a guest is not seen for a minute, and its leases end. */
	void letTimePass(String guest) {
		this.jdbc.update("update cluster_node set seen_at = seen_at - 60000"
				+ " where id in (select node from guest_name where look = ?)", guest);
		this.jdbc.update("update follower_lease set until = until - 60000");
	}

	private long number(String query) {
		return this.jdbc.queryForObject(query, Long.class);
	}

}
