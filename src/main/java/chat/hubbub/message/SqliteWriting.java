package chat.hubbub.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalLong;

import javax.sql.DataSource;

/** The writer on SQLite, which shares the pool and notes its own faults. */
record SqliteWriting(DataSource pool) implements Writing {

	@Override
	public Connection connect() throws SQLException {
		return this.pool.getConnection();
	}

	@Override
	public Numbering numbering(WriteConnection writes, Clock clock) {
		return new CachedNumbering(writes, clock);
	}

	@Override
	public long commit(WriteConnection writes, Connection connection, String transaction) throws SQLException {
		WriteConnection.end(connection);
		return 0;
	}

	@Override
	public void note(SQLException fault) {
		// The pool has seen it.
	}

	@Override
	public boolean isInDoubt(Throwable fault) {
		return false;
	}

	@Override
	public OptionalLong find(Connection connection, Commit commit) {
		throw new UnsupportedOperationException("A commit in the same process is never in doubt");
	}

}
