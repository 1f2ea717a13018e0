package chat.hubbub.store;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.jspecify.annotations.Nullable;

/**
 * Removes each failed connection from the pool, which instantiates this class by name.
 * SQLite's driver records the start or the end of a transaction before it asks SQLite. If
 * SQLite refuses, because of a lock or a full disk, the driver's state is wrong, and the
 * connection could later store refused statements. Closing it rolls back. Thread-safe.
 */
public final class StoreFaults implements SQLExceptionOverride {

	/** SQLITE_CONSTRAINT: only the statement failed; the transaction remains valid. */
	private static final int CONSTRAINT = 19;

	/**
	 * SQLITE_BUSY: another connection held the write lock for longer than the timeout.
	 */
	private static final int BUSY = 5;

	private volatile @Nullable String last;

	/**
	 * Whether something could not be stored because another program has a lock.
	 * @param fault the exception
	 * @return {@code true} if its cause is a lock
	 */
	public static boolean isLock(Throwable fault) {
		Throwable cause = fault;
		while (cause != null) {
			if (cause instanceof SQLException sql && sql.getErrorCode() == BUSY) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	@java.lang.Override
	public Override adjudicate(SQLException fault) {
		if (fault.getErrorCode() == CONSTRAINT) {
			return Override.DO_NOT_EVICT;
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
