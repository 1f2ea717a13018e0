package chat.hubbub.store;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.jspecify.annotations.Nullable;

/**
 * Takes each connection that failed out of the pool, which makes an instance of this
 * class by its name. SQLite's driver notes that a transaction has begun or ended before
 * it asks SQLite: where SQLite refuses, because of a lock or a full disk, the connection
 * is in another state than it says, and would store statements that are refused. Closing
 * it rolls back. Thread-safe.
 */
public final class StoreFaults implements SQLExceptionOverride {

	/** SQLITE_CONSTRAINT: the statement is at fault, its transaction is as it was. */
	private static final int CONSTRAINT = 19;

	/** SQLITE_BUSY: another connection writes, and took longer than we wait. */
	private static final int BUSY = 5;

	private volatile @Nullable String last;

	/**
	 * Whether something could not be stored because another program writes.
	 * @param fault what was thrown
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

	/** Why the last connection failed; {@code null} if none did, or it was forgotten. */
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
