package chat.hubbub.store.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreFailure;
import chat.hubbub.store.StoreUnusable;

/**
 * Reads the rows of one table, in batches, so that the memory does not depend on their
 * number.
 */
final class TableCopy {

	private static final int BATCH_ROWS = 500;

	private static final int BATCH_BYTES = 1024 * 1024;

	private final Table table;

	private final String target;

	/**
	 * The copy of a table.
	 * @param table the table
	 * @param target the name of the target
	 */
	TableCopy(Table table, String target) {
		this.table = table;
		this.target = target;
	}

	/** Takes each row, with the values of the columns. */
	@FunctionalInterface
	interface Rows {

		void take(@Nullable Object[] row) throws SQLException;

	}

	/** Adds up the rows of a database. */
	TableSum sum(Connection connection) throws SQLException {
		TableSum sum = new TableSum(this.table.columns());
		read(connection, sum::add);
		return sum;
	}

	/**
	 * Copies all rows.
	 * @return the sum of the rows that were read
	 */
	TableSum copy(Connection source, Connection target) throws SQLException {
		TableSum sum = new TableSum(this.table.columns());
		try (Batch batch = new Batch(target)) {
			read(source, (row) -> {
				sum.replaced(replaceNul(row));
				sum.add(row);
				batch.add(row);
			});
			batch.store();
		}
		return sum;
	}

	private void read(Connection connection, Rows rows) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.table.select())) {
			statement.setFetchSize(BATCH_ROWS);
			try (ResultSet found = statement.executeQuery()) {
				while (found.next()) {
					rows.take(row(found));
				}
			}
		}
	}

	private @Nullable Object[] row(ResultSet found) throws SQLException {
		@Nullable Object[] row = new @Nullable Object[this.table.columns().size()];
		for (int i = 0; i < row.length; i++) {
			Object value = found.getObject(i + 1);
			if (value != null) {
				row[i] = read(this.table.columns().get(i), value);
			}
		}
		return row;
	}

	/** PostgreSQL cannot store U+0000, so it becomes U+FFFD. */
	private static long replaceNul(@Nullable Object[] row) {
		long replaced = 0;
		for (int i = 0; i < row.length; i++) {
			if (row[i] instanceof String text && text.indexOf('\0') >= 0) {
				row[i] = text.replace('\0', '\uFFFD');
				replaced++;
			}
		}
		return replaced;
	}

	private Object read(Column column, Object value) {
		Object read = column.kind().read(value);
		if (read == null) {
			throw new StoreUnusable("The table " + this.table.name() + " has a value in its column " + column.name()
					+ " that is not of the column's type: correct it.");
		}
		return read;
	}

	private StoreUnusable refused(SQLException fault) {
		SQLException first = (fault.getNextException() != null) ? fault.getNextException() : fault;
		return new StoreUnusable(StoreFailure.explain(first, this.target)
			.orElseGet(() -> "The database " + this.target + " refuses a row of the table " + this.table.name() + ": "
					+ first.getMessage() + "."),
				first);
	}

	/** The rows that wait to be added in one step. */
	private final class Batch implements AutoCloseable {

		private final PreparedStatement statement;

		private int rows;

		private long bytes;

		Batch(Connection target) throws SQLException {
			this.statement = target.prepareStatement(TableCopy.this.table.insert());
		}

		void add(@Nullable Object[] row) throws SQLException {
			for (int i = 0; i < row.length; i++) {
				set(i + 1, TableCopy.this.table.columns().get(i).kind(), row[i]);
			}
			this.statement.addBatch();
			this.rows++;
			if (this.rows >= BATCH_ROWS || this.bytes >= BATCH_BYTES) {
				store();
			}
		}

		private void set(int place, Kind kind, @Nullable Object value) throws SQLException {
			if (value == null) {
				this.statement.setNull(place, kind.sqlType());
				return;
			}
			this.statement.setObject(place, value, kind.sqlType());
			this.bytes += kind.bytes(value).length;
		}

		void store() throws SQLException {
			try {
				if (this.rows > 0) {
					this.statement.executeBatch();
				}
			}
			catch (SQLException ex) {
				throw refused(ex);
			}
			this.rows = 0;
			this.bytes = 0;
		}

		@Override
		public void close() throws SQLException {
			this.statement.close();
		}

	}

}
