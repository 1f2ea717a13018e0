package chat.hubbub.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;

import chat.hubbub.store.PostgreSqlSession;
import chat.hubbub.store.StoreFaults;

/**
 * The writer on PostgreSQL. Its connection is not one of the pool, which waits longer for
 * an absent database than people wait for a message, and longer after each attempt.
 */
final class PostgreSqlWriting implements Writing {

	private static final String CONNECT_SECONDS = "3";

	/** A database that is silent for that long is away. */
	private static final String ANSWER_SECONDS = "10";

	/**
	 * Two statements in one round trip. The number is read after the commit. A change
	 * that is committed between a read within the transaction and its commit would be
	 * missed, and the messages could reach a user who has lost the right to read them.
	 * Without the status, the driver would not notice that a COMMIT was a rollback,
	 * because a statement had failed before.
	 */
	private static final String COMMIT = """
			commit;
			select number, pg_xact_status(?::xid8) from change_counter""";

	private static final String ROLLED_BACK = "40000";

	private static final String NEWEST = "select number from change_counter";

	/** The states with which PostgreSQL refuses a COMMIT. */
	private static final Pattern REFUSED = Pattern.compile("23...|40000|40001|40002|40P01");

	private static final String COMMITTED = "committed";

	private final DataSource direct;

	private final StoreFaults faults;

	PostgreSqlWriting(DataSource source) {
		this(pool(source));
	}

	private PostgreSqlWriting(HikariDataSource pool) {
		this.faults = (pool.getExceptionOverride() instanceof StoreFaults known) ? known : new StoreFaults();
		Properties settings = new Properties();
		settings.putAll(pool.getDataSourceProperties());
		settings.setProperty("connectTimeout", CONNECT_SECONDS);
		settings.setProperty("loginTimeout", CONNECT_SECONDS);
		settings.setProperty("socketTimeout", ANSWER_SECONDS);
		this.direct = new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(), settings, pool.getUsername(),
				pool.getPassword());
	}

	private static HikariDataSource pool(DataSource source) {
		try {
			return source.unwrap(HikariDataSource.class);
		}
		catch (SQLException ex) {
			throw new IllegalArgumentException("The store needs the connection pool HikariCP", ex);
		}
	}

	@Override
	public Connection connect() throws SQLException {
		Connection connection = this.direct.getConnection();
		try (Statement statement = connection.createStatement()) {
			statement.execute(PostgreSqlSession.BEGIN);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	@Override
	public Numbering numbering(WriteConnection writes, Clock clock) {
		return new LockedNumbering(writes);
	}

	@Override
	public long commit(WriteConnection writes, Connection connection, String transaction) throws SQLException {
		PreparedStatement statement = writes.prepare(COMMIT);
		statement.setString(1, transaction);
		statement.execute();
		statement.getMoreResults();
		try (ResultSet rows = statement.getResultSet()) {
			rows.next();
			long change = rows.getLong(1);
			if (!COMMITTED.equals(rows.getString(2))) {
				throw new SQLException("A statement of the transaction had failed", ROLLED_BACK);
			}
			WriteConnection.end(connection);
			return change;
		}
	}

	@Override
	public void note(SQLException fault) {
		this.faults.adjudicate(fault);
	}

	@Override
	public boolean isInDoubt(Throwable fault) {
		return !(fault instanceof SQLException known) || known.getSQLState() == null
				|| !REFUSED.matcher(known.getSQLState()).matches();
	}

	@Override
	public OptionalLong find(Connection connection, Commit commit) throws SQLException {
		if (!CommitStatus.isStored(connection, commit)) {
			return OptionalLong.empty();
		}
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(NEWEST)) {
			rows.next();
			return OptionalLong.of(rows.getLong(1));
		}
	}

}
