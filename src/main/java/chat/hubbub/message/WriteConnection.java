package chat.hubbub.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import chat.hubbub.store.StoreFaults;

/**
 * The only connection that writes messages. It is kept, so that its statements are
 * prepared once. After a failure a new connection replaces it, because the driver's state
 * may be wrong. For one thread at a time.
 */
final class WriteConnection {

	private final DataSource source;

	private final Writing writing;

	private final SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();

	private final Map<String, PreparedStatement> statements = new HashMap<>();

	private @Nullable Connection connection;

	private volatile boolean old;

	/**
	 * No connection yet.
	 * @param source the pool from which Spring's JDBC gets its connections
	 * @param writing opens connections to the same database
	 */
	WriteConnection(DataSource source, Writing writing) {
		this.source = source;
		this.writing = writing;
	}

	/** Work for one transaction. */
	@FunctionalInterface
	interface Work {

		/** Returns the name of the transaction: see {@link Numbering.Start}. */
		String run() throws SQLException;

	}

	/**
	 * Runs work in one transaction.
	 * @param work the work, whose changes are on disk afterwards
	 * @return the number of the newest change: see {@link Writing#commit}
	 * @throws org.springframework.dao.DataAccessException if it failed
	 * @throws AnswerLost if it may be on disk nevertheless
	 */
	long commit(Work work) {
		try {
			closeIfOld();
			Connection open = begin(1);
			return complete(open, work.run());
		}
		catch (SQLException ex) {
			this.writing.note(ex);
			rollback();
			throw translate(ex);
		}
		catch (RuntimeException | Error ex) {
			rollback();
			throw ex;
		}
	}

	private long complete(Connection open, String transaction) throws SQLException {
		try {
			return this.writing.commit(this, open, transaction);
		}
		catch (SQLException | RuntimeException | Error ex) {
			if (!this.writing.isInDoubt(ex)) {
				throw ex;
			}
			if (ex instanceof SQLException fault) {
				this.writing.note(fault);
			}
			throw new AnswerLost(ex);
		}
	}

	/**
	 * Finds out whether a commit is stored whose answer was lost.
	 * @return the number of the newest change, as {@link Writing#commit} returns it;
	 * empty if the commit is not stored
	 * @throws org.springframework.dao.DataAccessException if the database does not tell
	 * yet
	 */
	OptionalLong find(Commit commit) {
		try {
			return this.writing.find(open(), commit);
		}
		catch (SQLException ex) {
			this.writing.note(ex);
			close();
			throw translate(ex);
		}
	}

	/**
	 * Commits what is not committed yet (JDBC 4.3, 10.1.1) and, unlike
	 * {@code Connection.commit()}, does not begin another transaction.
	 */
	static void end(Connection connection) throws SQLException {
		connection.setAutoCommit(true);
	}

	private DataAccessException translate(SQLException ex) {
		DataAccessException translated = this.translator.translate("store messages", null, ex);
		return (translated != null) ? translated : new UncategorizedSQLException("store messages", null, ex);
	}

	/** A prepared statement of this connection; only during {@link #commit}. */
	PreparedStatement prepare(String sql) throws SQLException {
		PreparedStatement statement = this.statements.get(sql);
		if (statement == null) {
			statement = open().prepareStatement(sql);
			this.statements.put(sql, statement);
		}
		return statement;
	}

	/**
	 * Runs work that gets its connection from Spring within this connection's
	 * transaction; only during {@link #commit}. SQLite may end a transaction by itself,
	 * for example because of a full disk; then this fails even if the work ignores the
	 * fault.
	 */
	void share(Runnable work) throws SQLException {
		Savepoint savepoint = open().setSavepoint();
		run(work);
		open().releaseSavepoint(savepoint);
	}

	/**
	 * Runs work as {@link #share} does, but if it fails, undoes only this work. Fails
	 * with an {@link SQLException} if the whole transaction has to be rolled back.
	 */
	void attempt(Runnable work) throws SQLException {
		Savepoint savepoint = open().setSavepoint();
		try {
			run(work);
		}
		catch (RuntimeException | Error ex) {
			undo(savepoint, ex);
			throw ex;
		}
		open().releaseSavepoint(savepoint);
	}

	private void undo(Savepoint savepoint, Throwable cause) throws SQLException {
		try {
			open().rollback(savepoint);
			open().releaseSavepoint(savepoint);
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
			throw new SQLException("The transaction has ended", ex.getSQLState(), cause);
		}
	}

	/** A transaction that the work begins takes part in this one. */
	private void run(Runnable work) {
		ConnectionHolder holder = new ConnectionHolder(open(), true);
		TransactionSynchronizationManager.bindResource(this.source, holder);
		try {
			work.run();
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this.source);
		}
		if (holder.isRollbackOnly()) {
			throw new UnexpectedRollbackException("A transaction within the work was rolled back");
		}
	}

	/** Another connection is to take its place. For any thread. */
	void growOld() {
		this.old = true;
	}

	/** Closes it if another one is to take its place, outside of a transaction. */
	void closeIfOld() {
		if (this.old) {
			this.old = false;
			close();
		}
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
				open = this.writing.connect();
			}
			catch (SQLException ex) {
				this.writing.note(ex);
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
			// The connection has left the pool, and closing it rolls back.
		}
		close();
	}

	/** The COMMIT failed, but the database may have stored the transaction. */
	@SuppressWarnings("serial")
	static final class AnswerLost extends RuntimeException {

		AnswerLost(Throwable cause) {
			super(cause);
		}

	}

}
