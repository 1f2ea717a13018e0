package chat.hubbub.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tables of the nodes and of their guests' names, in PostgreSQL, with the time of the
 * database. Thread-safe.
 */
final class GuestNameStore {

	private static final String NOW = "floor(extract(epoch from clock_timestamp()) * 1000)::bigint";

	/** The names of a node that is not seen for that time are free. */
	private static final String ALIVE = "select id from cluster_node where seen_at > " + NOW + " - 30000";

	/** One holder may have a name on two nodes; the last one keeps it. */
	private static final String CLAIM = """
			insert into guest_name (look, holder, node) values (?, ?, ?)
			on conflict (look) do update set holder = excluded.holder, node = excluded.node
			where guest_name.holder = excluded.holder or guest_name.node = excluded.node
			or guest_name.node not in (""" + ALIVE + ")";

	private final JdbcTemplate jdbc;

	private final TransactionOperations transaction;

	GuestNameStore(JdbcTemplate jdbc, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** A node lives. */
	void show(String node) {
		this.jdbc.update("insert into cluster_node (id, seen_at) values (?, " + NOW
				+ ") on conflict (id) do update set seen_at = excluded.seen_at", node);
	}

	/** Claims all skeletons of a name or none of them. */
	boolean claim(Set<String> looks, String holder, String node) {
		return this.transaction.execute((status) -> {
			// In one order, so that two nodes do not wait for each other in a circle.
			for (String look : new TreeSet<>(looks)) {
				if (this.jdbc.update(CLAIM, look, holder, node) == 0) {
					status.setRollbackOnly();
					return false;
				}
			}
			return true;
		});
	}

	/** Whether another guest has one of these skeletons on another node. */
	boolean isTaken(Set<String> looks, String holder, String node) {
		for (String look : looks) {
			Boolean taken = this.jdbc
				.queryForObject("select exists (select 1 from guest_name where look = ? and holder <> ?"
						+ " and node <> ? and node in (" + ALIVE + "))", Boolean.class, look, holder, node);
			if (Boolean.TRUE.equals(taken)) {
				return true;
			}
		}
		return false;
	}

	/** Claims skeletons again; returns those that another holder has. */
	Set<String> renew(Map<String, String> looks, String node) {
		List<String> sorted = new ArrayList<>(new TreeSet<>(looks.keySet()));
		Set<String> lost = new HashSet<>();
		int[][] counts = this.jdbc.batchUpdate(CLAIM, sorted, 1_000, (statement, look) -> {
			statement.setString(1, look);
			statement.setString(2, looks.getOrDefault(look, ""));
			statement.setString(3, node);
		});
		int at = 0;
		for (int[] batch : counts) {
			for (int count : batch) {
				if (count == 0) {
					lost.add(sorted.get(at));
				}
				at++;
			}
		}
		return lost;
	}

	/** Releases skeletons that this node has claimed. */
	void release(Collection<String> looks, String node) {
		this.jdbc.batchUpdate("delete from guest_name where look = ? and node = ?", looks, 1_000, (statement, look) -> {
			statement.setString(1, look);
			statement.setString(2, node);
		});
	}

	/** A node ends. */
	void leave(String node) {
		this.jdbc.update("delete from guest_name where node = ?", node);
		this.jdbc.update("delete from cluster_node where id = ?", node);
	}

	/** Forgets the nodes that have ended otherwise. */
	void prune() {
		this.jdbc.update("delete from guest_name where node not in (" + ALIVE + ")");
		this.jdbc.update("delete from cluster_node where id not in (" + ALIVE + ")");
	}

	long nextNumber() {
		Long number = this.jdbc.queryForObject("update guest_number set last = last + 1 returning last", Long.class);
		return (number != null) ? number : 0;
	}

}
