package chat.hubbub.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Explains in one sentence why a database cannot be used. */
public final class StoreFailure {

	/** The key is SQLite's primary result code. */
	private static final Map<Integer, String> SENTENCES = Map.of(5,
			"is locked by another program: stop that program or wait for it", 8, "cannot be written: make it writable",
			10, "cannot be read or written because of a disk error: check the disk", 11, "is corrupt: restore a backup",
			13, "has no space left on its disk: free some space", 14,
			"cannot be opened: make it and its folder writable", 26,
			"is not a database: restore a backup, or move the file away to start with an empty database");

	/** The key is a state of PostgreSQL (appendix A of its manual). */
	private static final Map<String, String> STATES = Map.of("08001",
			"cannot be reached: start PostgreSQL, or correct spring.datasource.url", "08006",
			"cannot be reached: start PostgreSQL, or correct spring.datasource.url", "28P01",
			"refuses the password: correct spring.datasource.username and spring.datasource.password", "28000",
			"refuses the user: correct spring.datasource.username", "08004",
			"needs a password: set spring.datasource.username and spring.datasource.password", "3D000",
			"does not exist: create it, or correct spring.datasource.url", "42501",
			"does not allow its user to create tables: make the user the owner of the database", "53300",
			"has too many connections: end some, or raise max_connections", "57P03",
			"is starting or stopping: try again later");

	private StoreFailure() {
	}

	/**
	 * Explains a failure by the first of its causes that has an explanation.
	 * @param failure the exception
	 * @param name the name of the database
	 * @return the reason, and what to do; empty if the database is not known to be the
	 * cause
	 */
	public static Optional<String> explain(Throwable failure, String name) {
		boolean migrating = false;
		Throwable cause = failure;
		while (cause != null) {
			String sentence = sentence(cause, name);
			if (sentence != null) {
				return Optional.of(sentence);
			}
			migrating = migrating || cause instanceof FlywayException;
			cause = cause.getCause();
		}
		return migrating ? Optional.of("The database " + name + " cannot be upgraded and is unchanged:"
				+ " start the Hubbub that wrote it, or restore a backup.") : Optional.empty();
	}

	private static @Nullable String sentence(Throwable cause, String name) {
		if (cause instanceof StoreUnusable) {
			return cause.getMessage();
		}
		String why = (cause instanceof SQLException fault) ? why(fault) : null;
		return (why != null) ? "The database " + name + " " + why + "." : null;
	}

	private static @Nullable String why(SQLException fault) {
		String state = fault.getSQLState();
		return (state != null) ? STATES.get(state) : SENTENCES.get(fault.getErrorCode());
	}

}
