package chat.hubbub.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.GuestName;

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
			insert into guest_name (look, holder, node, name) values (?, ?, ?, ?)
			on conflict (look) do update set holder = excluded.holder, node = excluded.node, name = excluded.name
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
	boolean claim(Set<String> looks, GuestName guest, String node) {
		return this.transaction.execute((status) -> {
			// In one order, so that two nodes do not wait for each other in a circle.
			for (String look : new TreeSet<>(looks)) {
				if (this.jdbc.update(CLAIM, look, guest.holder(), node, guest.name()) == 0) {
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

	/** The names of guests on all nodes that have one of these skeletons. */
	List<String> named(Set<String> looks) {
		return this.jdbc.queryForList("select distinct name from guest_name where look = any(?) and name is not null"
				+ " and node in (" + ALIVE + ")", String.class, (Object) looks.toArray(String[]::new));
	}

	/**
	 * The names of the guests on all nodes by their skeletons.
	 * @return empty if there are more than a number of skeletons
	 */
	Optional<Map<String, String>> names(int bound) {
		Map<String, String> names = new HashMap<>();
		this.jdbc.query("select look, name from guest_name where name is not null and node in (" + ALIVE + ") limit ?",
				(row) -> {
					names.put(row.getString(1), row.getString(2));
				}, bound + 1);
		return (names.size() <= bound) ? Optional.of(names) : Optional.empty();
	}

	/**
	 * Claims those skeletons again that are not this node's any more: another node had
	 * the same guest, or this one was away for too long. Writes no others.
	 * @param away those that another node with the same guest keeps
	 * @return those that another holder has
	 */
	Set<String> renew(Map<String, GuestName> looks, Set<String> away, String node) {
		Map<String, GuestName> missing = looks.isEmpty() ? Map.of() : missing(looks, node);
		leaveToOthers(missing, away);
		if (missing.isEmpty()) {
			return Set.of();
		}
		this.jdbc.batchUpdate(CLAIM, new TreeMap<>(missing).entrySet(), 1_000, (statement, look) -> {
			statement.setString(1, look.getKey());
			statement.setString(2, look.getValue().holder());
			statement.setString(3, node);
			statement.setString(4, look.getValue().name());
		});
		return lost(missing, node);
	}

	private Map<String, GuestName> missing(Map<String, GuestName> looks, String node) {
		Map<String, GuestName> missing = new HashMap<>(looks);
		this.jdbc.query("select look, holder, name from guest_name where node = ?", (row) -> {
			missing.remove(row.getString(1), new GuestName(String.valueOf(row.getString(3)), row.getString(2)));
		}, node);
		return missing;
	}

	private void leaveToOthers(Map<String, GuestName> missing, Set<String> away) {
		List<String> looks = missing.keySet().stream().filter(away::contains).toList();
		if (!looks.isEmpty()) {
			this.jdbc.query("select look, holder from guest_name where look = any(?) and node in (" + ALIVE + ")",
					(row) -> {
						String holder = row.getString(2);
						missing.computeIfPresent(row.getString(1),
								(look, guest) -> guest.holder().equals(holder) ? null : guest);
					}, (Object) looks.toArray(String[]::new));
		}
	}

	/** The driver sends a batch as one statement, whose count is not that of a row. */
	private Set<String> lost(Map<String, GuestName> looks, String node) {
		Set<String> lost = new HashSet<>();
		this.jdbc.query("select look, holder from guest_name where node <> ? and look = any(?)", (row) -> {
			GuestName guest = looks.get(row.getString(1));
			if (guest == null || !row.getString(2).equals(guest.holder())) {
				lost.add(row.getString(1));
			}
		}, node, looks.keySet().toArray(String[]::new));
		return lost;
	}

	/** Releases skeletons that holders have claimed on this node. */
	void release(Map<String, String> looks, String node) {
		this.jdbc.batchUpdate("delete from guest_name where look = ? and holder = ? and node = ?", looks.entrySet(),
				1_000, (statement, look) -> {
					statement.setString(1, look.getKey());
					statement.setString(2, look.getValue());
					statement.setString(3, node);
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
