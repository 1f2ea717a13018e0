package chat.hubbub.store.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last id that each table has given, because an id is never given again after its row
 * is gone. SQLite counts in the tables {@code last_id} and {@code message_id}, PostgreSQL
 * in sequences, each with the name of its table and {@code _ids}.
 */
final class LastNumbers {

	private static final String MESSAGES = "message";

	private LastNumbers() {
	}

	/**
	 * Lets the sequences of a filled target go on after the counters that were copied.
	 */
	static void toSequences(Connection target) throws SQLException {
		for (String table : ofSequences(target).keySet()) {
			String counter = table.equals(MESSAGES) ? "select max(last) from message_id"
					: "select last from last_id where name = '" + table + "'";
			execute(target, "select setval('" + table + "_ids', greatest((" + counter + "), (select max(id) from "
					+ Table.quoted(table) + "), 0) + 1, false)");
		}
	}

	/** Lets the counters of a filled target go on after the sequences of its source. */
	static void toCounters(Connection source, Connection target) throws SQLException {
		for (Map.Entry<String, Long> last : ofSequences(source).entrySet()) {
			boolean messages = last.getKey().equals(MESSAGES);
			try (PreparedStatement statement = target
				.prepareStatement(messages ? "update message_id set last = max(last, ?)"
						: "update last_id set last = max(last, ?) where name = ?")) {
				statement.setLong(1, last.getValue());
				if (!messages) {
					statement.setString(2, last.getKey());
				}
				statement.executeUpdate();
			}
		}
	}

	/** The last number of each sequence of PostgreSQL, by its table. */
	private static Map<String, Long> ofSequences(Connection connection) throws SQLException {
		Map<String, Long> numbers = new TreeMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select sequencename from pg_sequences"
						+ " where schemaname = current_schema() and sequencename like '%\\_ids'")) {
			while (rows.next()) {
				String sequence = rows.getString(1);
				numbers.put(sequence.replaceFirst("_ids$", ""), last(connection, sequence));
			}
		}
		return numbers;
	}

	private static long last(Connection connection, String sequence) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("select last_value - (not is_called)::integer from " + Table.quoted(sequence))) {
			row.next();
			return row.getLong(1);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
