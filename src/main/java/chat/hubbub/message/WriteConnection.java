package chat.hubbub.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import chat.hubbub.store.StoreFaults;

/**
 * The one connection that messages are written over. It is kept, so that its statements
 * are prepared once; after a failure a new one takes its place, for the old one may be in
 * another state than it says. For one thread at a time.
 */
final class WriteConnection {

	private final DataSource source;

	private final SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();

	private final Map<String, PreparedStatement> statements = new HashMap<>();

	private @Nullable Connection connection;

	WriteConnection(DataSource source) {
		this.source = source;
	}

	/** Something to do in one transaction. */
	@FunctionalInterface
	interface Work<T> {

		T run() throws SQLException;

	}

	/**
	 * Does all of it, or nothing.
	 * @param work what to do
	 * @return what it returns; it is on disk
	 * @throws org.springframework.dao.DataAccessException if it failed
	 */
	<T> T commit(Work<T> work) {
		try {
			Connection open = begin(1);
			T result = work.run();
			// Commits (JDBC 4.3, 10.1.1), and unlike commit() begins no next transaction.
			open.setAutoCommit(true);
			return result;
		}
		catch (SQLException ex) {
			rollback();
			DataAccessException translated = this.translator.translate("store messages", null, ex);
			throw (translated != null) ? translated : new UncategorizedSQLException("store messages", null, ex);
		}
		catch (RuntimeException | Error ex) {
			rollback();
			throw ex;
		}
	}

	/** A statement of this connection; only while {@link #commit} runs. */
	PreparedStatement prepare(String sql) throws SQLException {
		PreparedStatement statement = this.statements.get(sql);
		if (statement == null) {
			statement = open().prepareStatement(sql);
			this.statements.put(sql, statement);
		}
		return statement;
	}

	/**
	 * Runs what asks Spring for a connection in this one's transaction; as above. SQLite
	 * may end a transaction by itself, because of a full disk say: then this fails,
	 * whatever the work makes of it.
	 */
	void share(Runnable work) throws SQLException {
		Savepoint savepoint = open().setSavepoint();
		TransactionSynchronizationManager.bindResource(this.source, new ConnectionHolder(open()));
		try {
			work.run();
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this.source);
		}
		open().releaseSavepoint(savepoint);
	}

	void close() {
		this.statements.values().forEach(JdbcUtils::closeStatement);
		this.statements.clear();
		JdbcUtils.closeConnection(this.connection);
		this.connection = null;
	}

	private Connection begin(int attempt) throws SQLException {
		Connection open = open();
		try {
			open.setAutoCommit(false);
			if (this.statements.isEmpty()) {
				StoreFaults.requireWritable(open);
			}
			return open;
		}
		catch (SQLException ex) {
			if (!StoreFaults.isOld(this.source, ex, attempt)) {
				throw ex;
			}
			close();
			return begin(attempt + 1);
		}
	}

	private Connection open() {
		Connection open = this.connection;
		if (open == null) {
			try {
				open = this.source.getConnection();
			}
			catch (SQLException ex) {
				throw new CannotGetJdbcConnectionException("No connection to store messages", ex);
			}
			this.connection = open;
		}
		return open;
	}

	private void rollback() {
		try {
			if (this.connection != null && !this.connection.getAutoCommit()) {
				this.connection.rollback();
				this.connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			// It has left the pool, and its end rolls back.
		}
		close();
	}

}
