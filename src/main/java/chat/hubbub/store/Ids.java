package chat.hubbub.store;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ids of rows that no row of their table ever had, even if it was deleted or its
 * transaction failed. Two writers at a time never get the same one. Thread-safe.
 */
@FunctionalInterface
public interface Ids {

	/**
	 * Takes the next id of a table.
	 * @param table the name of the table, whose column {@code id} has ids of this kind
	 * @return an id greater than all earlier ones
	 */
	long next(String table);

	/**
	 * The ids of one database.
	 * @param jdbc its client
	 * @param source its connections
	 * @return counted ones on SQLite, those of identity columns on PostgreSQL
	 */
	static Ids of(JdbcClient jdbc, DataSource source) {
		String next = switch (StoreKind.of(source)) {
			case SQLITE -> "update last_id set last = last + 1 where name = ? returning last";
			// A counted one would stay locked until the transaction ends.
			case POSTGRESQL -> "select nextval((? || '_ids')::regclass)";
		};
		return (table) -> jdbc.sql(next).param(table).query(Long.class).single();
	}

}
