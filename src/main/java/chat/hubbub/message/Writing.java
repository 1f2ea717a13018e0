package chat.hubbub.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

import javax.sql.DataSource;

import chat.hubbub.store.StoreKind;

/**
 * The steps of the log's writer that differ between databases. For the thread that
 * writes.
 */
interface Writing {

	/** Chooses by the database of a pool. */
	static Writing of(DataSource pool) {
		return switch (StoreKind.of(pool)) {
			case SQLITE -> new SqliteWriting(pool);
			case POSTGRESQL -> new PostgreSqlWriting(pool);
		};
	}

	/** Opens a connection. */
	Connection connect() throws SQLException;

	/** The numbering of commits on a connection. */
	Numbering numbering(WriteConnection writes, Clock clock);

	/** Notes a fault of a connection for the health of the store. */
	void note(SQLException fault);

	/**
	 * Whether a transaction is stored although the answer to its COMMIT was lost.
	 * @param transaction its name, see {@link Numbering.Start}
	 * @throws SQLException if the database does not tell yet
	 */
	boolean isCommitted(Connection connection, String transaction) throws SQLException;

}
