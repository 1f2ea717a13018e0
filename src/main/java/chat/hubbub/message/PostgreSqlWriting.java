package chat.hubbub.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.jspecify.annotations.Nullable;

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
	 * If this process stands still during a commit, PostgreSQL ends it, because other
	 * nodes wait for its topics.
	 */
	private static final String BOUND_PAUSE = "set idle_in_transaction_session_timeout = '5s'";

	private static final String STATUS = "select pg_xact_status(?::xid8)";

	/** The backend of a lost connection may not know yet that it is lost. */
	private static final String END = """
			select pg_terminate_backend(pid) from pg_stat_activity where backend_xid = ?::xid8::xid""";

	private static final String COMMITTED = "committed";

	private static final String IN_PROGRESS = "in progress";

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
			statement.execute(BOUND_PAUSE);
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
	public void note(SQLException fault) {
		this.faults.adjudicate(fault);
	}

	@Override
	public boolean isCommitted(Connection connection, String transaction) throws SQLException {
		String status = ask(connection, STATUS, transaction);
		if (IN_PROGRESS.equals(status)) {
			ask(connection, END, transaction);
			throw new SQLTransientConnectionException("A commit is still in progress", StoreFaults.DISCONNECTED);
		}
		return COMMITTED.equals(status);
	}

	private static @Nullable String ask(Connection connection, String question, String transaction)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(question)) {
			statement.setString(1, transaction);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? rows.getString(1) : null;
			}
		}
	}

}
