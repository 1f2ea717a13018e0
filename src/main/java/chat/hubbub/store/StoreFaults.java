package chat.hubbub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Removes failed connections from the pool, which instantiates this class by name.
 * SQLite's driver records the start or the end of a transaction before it asks SQLite. If
 * SQLite refuses, because of a lock or a full disk, the driver's state is wrong, and the
 * connection could later store refused statements. Closing it rolls back. PostgreSQL's
 * driver has no such state, so only a broken connection leaves the pool. Thread-safe.
 */
public final class StoreFaults implements SQLExceptionOverride {

	/** The state of PostgreSQL for a lost connection. */
	public static final String DISCONNECTED = "08006";

	/** SQLITE_CONSTRAINT: only the statement failed; the transaction remains valid. */
	private static final int CONSTRAINT = 19;

	/**
	 * SQLITE_BUSY: another connection held the write lock for longer than the timeout.
	 */
	private static final int BUSY = 5;

	/** SQLITE_READONLY: the file was read-only when the connection was opened. */
	private static final int READ_ONLY = 8;

	/** SQLITE_IOERR: reading or writing the file failed. */
	private static final int IO_ERROR = 10;

	/**
	 * The states of PostgreSQL (appendix A of its manual) after which other statements
	 * fail too: no connection, no resources, a shutdown, a failing disk, a server that
	 * only reads.
	 */
	private static final Pattern OUTAGE = Pattern.compile("08...|53...|57P..|58...|25006|25P03");

	/** No connection, too many, a shutdown, or a connection that was ended as idle. */
	private static final Pattern AWAY = Pattern.compile("08...|53300|57P..|25P03");

	/** A deadlock or a conflict: the same transaction may succeed. */
	private static final Pattern COLLISION = Pattern.compile("40001|40P01");

	private volatile @Nullable String last;

	/**
	 * Whether the store cannot write anything, because another program has a lock, the
	 * disk fails, or the database cannot be reached.
	 * @param fault the exception
	 * @return {@code true} if any other statement would have failed too
	 */
	public static boolean isOfTheStore(Throwable fault) {
		int code = code(fault);
		return code == BUSY || code == READ_ONLY || code == IO_ERROR
				|| fault instanceof CannotGetJdbcConnectionException || isOutage(fault);
	}

	/**
	 * Whether the database is away, so that the same transaction may succeed later.
	 * @param fault the exception
	 * @return {@code true} if there is no connection to it
	 */
	public static boolean isAway(Throwable fault) {
		return hasState(fault, AWAY);
	}

	/**
	 * Whether the transaction collided with another one.
	 * @param fault the exception
	 * @return {@code true} if the same transaction may succeed at once
	 */
	public static boolean isCollision(Throwable fault) {
		return hasState(fault, COLLISION);
	}

	private static boolean isOutage(Throwable fault) {
		return hasState(fault, OUTAGE);
	}

	private static boolean hasState(Throwable fault, Pattern states) {
		SQLException first = first(fault);
		String state = (first != null) ? first.getSQLState() : null;
		return state != null && states.matcher(state).matches();
	}

	/**
	 * Fails if a connection is read-only. SQLite reports this at the first statement that
	 * writes, not at the start of a transaction; this statement changes nothing.
	 * @param connection a connection in a transaction
	 * @throws SQLException if it cannot write
	 */
	public static void requireWritable(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate("update flyway_schema_history set success = success where false");
		}
	}

	/**
	 * Whether a transaction could not begin because its connection was opened when the
	 * disk was mounted read-only. SQLite then opens the file read-only, and the
	 * connection stays read-only after the disk is writable again.
	 * @param source the pool
	 * @param fault the exception
	 * @param attempt the number of attempts so far, at least 1
	 * @return {@code true} if another connection of the pool may work
	 */
	public static boolean isOld(DataSource source, Throwable fault, int attempt) {
		return code(fault) == READ_ONLY && source instanceof HikariDataSource pool
				&& attempt <= pool.getMaximumPoolSize();
	}

	/** Notes that the pool has no connection to lend, so that none could fail. */
	static void noteAbsence(DataSource source, Throwable fault) {
		if (source instanceof HikariDataSource pool && pool.getExceptionOverride() instanceof StoreFaults faults
				&& first(fault) instanceof SQLTransientConnectionException absence) {
			faults.note(String.valueOf(absence.getMessage()));
		}
	}

	private static int code(Throwable fault) {
		SQLException first = first(fault);
		return (first != null) ? first.getErrorCode() : 0;
	}

	private static @Nullable SQLException first(Throwable fault) {
		Throwable cause = fault;
		while (cause != null && !(cause instanceof SQLException)) {
			cause = cause.getCause();
		}
		return (SQLException) cause;
	}

	@java.lang.Override
	public Override adjudicate(SQLException fault) {
		if (fault.getErrorCode() == CONSTRAINT) {
			return Override.DO_NOT_EVICT;
		}
		if (fault.getErrorCode() == 0 && fault.getSQLState() != null && !isOutage(fault)) {
			return Override.CONTINUE_EVICT;
		}
		note(String.valueOf(fault.getMessage()));
		return Override.MUST_EVICT;
	}

	/**
	 * Why the last connection failed; {@code null} if there was no failure or it was
	 * forgotten.
	 */
	@Nullable String last() {
		return this.last;
	}

	String note(String fault) {
		this.last = fault;
		return fault;
	}

	void forget() {
		this.last = null;
	}

}
