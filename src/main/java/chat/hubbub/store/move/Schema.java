package chat.hubbub.store.move;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of a database, as the database itself lists them, so that no table of a new
 * migration is forgotten.
 */
final class Schema {

	/**
	 * The tables that each database has for itself. The migrations of the target write
	 * the numbers of migrations; a server makes its index of words anew.
	 */
	static final Set<String> OWN = Set.of("flyway_schema_history", "needed_version", "search_text", "search_index");

	/** Without the virtual tables of an index, and those in which they keep it. */
	private static final String SQLITE = "select name from pragma_table_list where schema = 'main'"
			+ " and type = 'table' and name not like 'sqlite_%'";

	private static final String POSTGRESQL = "select tablename from pg_tables where schemaname = current_schema()";

	private final DatabaseMetaData data;

	private final String name;

	private final Set<String> names = new TreeSet<>();

	private Schema(Connection connection) throws SQLException {
		this.data = connection.getMetaData();
		this.name = connection.getSchema();
	}

	static Schema of(Connection connection) throws SQLException {
		Schema schema = new Schema(connection);
		boolean sqlite = schema.data.getDatabaseProductName().equals("SQLite");
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sqlite ? SQLITE : POSTGRESQL)) {
			while (rows.next()) {
				schema.names.add(rows.getString(1));
			}
		}
		schema.names.removeAll(OWN);
		return schema;
	}

	/** The names of all tables, without {@linkplain #OWN those of one database}. */
	Set<String> names() {
		return this.names;
	}

	/**
	 * The tables that another schema has too, each after the tables that it refers to in
	 * either of them.
	 * @throws IllegalStateException if a table has other columns there
	 */
	List<Table> common(Schema other) throws SQLException {
		Set<String> sorted = new LinkedHashSet<>();
		for (String table : this.names) {
			addAfterParents(table, other, sorted);
		}
		sorted.retainAll(other.names());
		List<Table> common = new ArrayList<>();
		for (String table : sorted) {
			List<Column> columns = columns(table);
			if (!columns.equals(other.columns(table))) {
				throw new IllegalStateException("The table " + table + " has other columns in the other database");
			}
			common.add(new Table(table, columns, key(table)));
		}
		return common;
	}

	private void addAfterParents(String table, Schema other, Set<String> sorted) throws SQLException {
		Set<String> parents = parents(table);
		parents.addAll(other.parents(table));
		for (String parent : parents) {
			if (!parent.equals(table) && !sorted.contains(parent)) {
				addAfterParents(parent, other, sorted);
			}
		}
		sorted.add(table);
	}

	private Set<String> parents(String table) throws SQLException {
		Set<String> parents = new TreeSet<>();
		try (ResultSet rows = this.data.getImportedKeys(null, this.name, table)) {
			while (rows.next()) {
				parents.add(rows.getString("PKTABLE_NAME"));
			}
		}
		return parents;
	}

	/** The columns that are not computed from others, by name. */
	private List<Column> columns(String table) throws SQLException {
		Map<String, Column> columns = new TreeMap<>();
		try (ResultSet rows = this.data.getColumns(null, this.name, table, "%")) {
			while (rows.next()) {
				String column = rows.getString("COLUMN_NAME");
				if (!"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))) {
					columns.put(column, new Column(column, Kind.of(rows.getString("TYPE_NAME"))));
				}
			}
		}
		return List.copyOf(columns.values());
	}

	private List<String> key(String table) throws SQLException {
		Map<Integer, String> key = new TreeMap<>();
		try (ResultSet rows = this.data.getPrimaryKeys(null, this.name, table)) {
			while (rows.next()) {
				key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
			}
		}
		return List.copyOf(key.values());
	}

}
