package chat.hubbub.store.move;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One of the two databases of a move, which no server can use until it is closed. For one
 * thread.
 */
interface Side extends AutoCloseable {

	/** Its name in sentences. */
	String name();

	/** Whether it is a database of PostgreSQL. */
	boolean isPostgreSql();

	/**
	 * Opens it as the source.
	 * @return a connection in a transaction that sees one state of all tables
	 * @throws chat.hubbub.store.StoreUnusable if it cannot be moved
	 */
	Connection openSource() throws SQLException, IOException;

	/**
	 * Opens it as the target, and creates the tables.
	 * @return a connection in a transaction
	 * @throws chat.hubbub.store.StoreUnusable if it contains anything
	 */
	Connection openTarget() throws SQLException, IOException;

	/**
	 * Makes a filled target usable by a server.
	 * @return this side
	 */
	Side complete() throws SQLException, IOException;

	/**
	 * Removes what there is of an incomplete target.
	 * @return this side
	 */
	Side discard() throws SQLException, IOException;

	@Override
	void close();

}
