package chat.hubbub.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The table of messages between nodes, in PostgreSQL. Thread-safe. */
final class NodeMessageStore {

	private static final String NOW = "floor(extract(epoch from clock_timestamp()) * 1000)::bigint";

	/** A message may have megabytes. */
	private static final int PAGE = 100;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transaction;

	NodeMessageStore(JdbcTemplate jdbc, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Adds messages of one node, so that others see none of them before all. */
	void add(List<NodeMessage> messages) {
		if (messages.isEmpty()) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> this.jdbc.batchUpdate(
				"insert into node_message (node, number, kind, body, at) values (?, ?, ?, ?, " + NOW + ")", messages,
				messages.size(), (statement, message) -> {
					statement.setString(1, message.node());
					statement.setLong(2, message.number());
					statement.setString(3, message.kind());
					statement.setBytes(4, message.body());
				}));
	}

	/**
	 * The next messages of other nodes, those of each node in their order.
	 * @param seen the number of the last known message of each node
	 * @param node the node that asks
	 */
	List<NodeMessage> after(Map<String, Long> seen, String node) {
		String[] nodes = seen.keySet().toArray(String[]::new);
		Long[] numbers = seen.values().toArray(Long[]::new);
		return this.jdbc.query("select m.node, m.number, m.kind, m.body from node_message m"
				+ " left join unnest(?::text[], ?::bigint[]) as seen (node, number) on seen.node = m.node"
				+ " where m.node <> ? and m.number > coalesce(seen.number, 0) order by m.node, m.number limit " + PAGE,
				(row, index) -> new NodeMessage(row.getString(1), row.getLong(2), row.getString(3), row.getBytes(4)),
				nodes, numbers, node);
	}

	/** The number of the last stored message of each node. */
	Map<String, Long> newest() {
		Map<String, Long> newest = new HashMap<>();
		this.jdbc.query("select node, max(number) from node_message group by node", (row) -> {
			newest.put(row.getString(1), row.getLong(2));
		});
		return newest;
	}

	/** Deletes what every node has read, except the newest message of each. */
	void prune() {
		this.jdbc.update("delete from node_message m where at < " + NOW + " - 30000 and (at < " + NOW
				+ " - 3600000 or number < (select max(number) from node_message n where n.node = m.node))");
	}

}
