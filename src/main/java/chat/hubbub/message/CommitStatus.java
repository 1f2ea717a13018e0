package chat.hubbub.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreFaults;

/**
 * Asks PostgreSQL whether a transaction is stored although the answer to its COMMIT was
 * lost. After a crash, PostgreSQL may give the name of a lost transaction to another one,
 * so its status alone proves nothing: the transaction's first event must be there, too.
 * For the thread that writes.
 */
final class CommitStatus {

	private static final String STATUS = "select pg_xact_status(?::xid8)";

	/**
	 * The backend of a lost connection may not know yet that it is lost. This waits for
	 * its end, at most a second.
	 */
	private static final String END = """
			select pg_terminate_backend(pid, 1000) from pg_stat_activity where backend_xid = ?::xid8::xid""";

	/**
	 * The time of an event. The database gave it, so no other transaction has the same.
	 */
	private static final String WITNESS = """
			select coalesce(event.sent_at, message.sent_at) from event join message on message.id = event.message
			where event.topic = ? and event.seq = ?""";

	private static final String IN_PROGRESS = "in progress";

	private static final String ABORTED = "aborted";

	/** PostgreSQL has not given this name yet, so it has forgotten the transaction. */
	private static final String IN_THE_FUTURE = "22023";

	private CommitStatus() {
	}

	/**
	 * Whether a commit is stored. One without new events counts as not stored, because it
	 * can be repeated.
	 * @param connection not in a transaction
	 * @throws SQLException if PostgreSQL does not tell yet
	 */
	static boolean isStored(Connection connection, Commit commit) throws SQLException {
		String status = status(connection, commit.transaction());
		if (IN_PROGRESS.equals(status)) {
			ask(connection, END, commit.transaction());
			status = status(connection, commit.transaction());
		}
		if (IN_PROGRESS.equals(status)) {
			throw new SQLTransientConnectionException("A commit is still in progress", StoreFaults.DISCONNECTED);
		}
		Optional<Event> witness = commit.firstNewEvent();
		return !ABORTED.equals(status) && witness.isPresent() && isThere(connection, witness.get(), commit);
	}

	private static @Nullable String status(Connection connection, String transaction) throws SQLException {
		try {
			return ask(connection, STATUS, transaction);
		}
		catch (SQLException ex) {
			if (IN_THE_FUTURE.equals(ex.getSQLState())) {
				return ABORTED;
			}
			throw ex;
		}
	}

	private static boolean isThere(Connection connection, Event event, Commit commit) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(WITNESS)) {
			statement.setString(1, event.topicName().value());
			statement.setLong(2, event.seq());
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() && rows.getLong(1) == commit.now().toEpochMilli();
			}
		}
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
