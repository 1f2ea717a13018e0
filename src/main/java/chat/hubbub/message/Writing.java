package chat.hubbub.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalLong;

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

	/**
	 * Commits the transaction of the writer.
	 * @param transaction its name, see {@link Numbering.Start}
	 * @return the number of the newest change of rights that may have been committed
	 * before: at least that of every change that was; 0 if there is only one server
	 */
	long commit(WriteConnection writes, Connection connection, String transaction) throws SQLException;

	/** Notes a fault of a connection for the health of the store. */
	void note(SQLException fault);

	/**
	 * Whether a transaction may be stored although its COMMIT failed.
	 * @param fault the exception of {@link #commit}
	 */
	boolean isInDoubt(Throwable fault);

	/**
	 * Finds out whether a commit is stored whose answer was lost.
	 * @return a number as {@link #commit} returns it; empty if the commit is not stored
	 * @throws SQLException if the database does not tell yet
	 */
	OptionalLong find(Connection connection, Commit commit) throws SQLException;

}
