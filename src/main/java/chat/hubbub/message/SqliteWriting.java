package chat.hubbub.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

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
	public void note(SQLException fault) {
		// The pool has seen it.
	}

	@Override
	public boolean isCommitted(Connection connection, String transaction) {
		throw new UnsupportedOperationException("A commit in the same process is never in doubt");
	}

}
