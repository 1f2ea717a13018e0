package chat.hubbub.store;

import java.sql.SQLException;
import java.util.Map;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Explains in one sentence why the server cannot start on its data. */
class StoreFailureAnalyzer implements FailureAnalyzer {

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

	private final Environment environment;

	StoreFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		Throwable migration = null;
		Throwable cause = failure;
		while (cause != null) {
			String sentence = sentence(cause);
			if (sentence != null) {
				return new FailureAnalysis(sentence, null, cause);
			}
			migration = (cause instanceof FlywayException) ? cause : migration;
			cause = cause.getCause();
		}
		return (migration != null) ? new FailureAnalysis(database() + " cannot be upgraded and is unchanged:"
				+ " start the Hubbub that wrote it, or restore a backup.", null, migration) : null;
	}

	private @Nullable String sentence(Throwable cause) {
		if (cause instanceof StoreUnusable) {
			return cause.getMessage();
		}
		String why = (cause instanceof SQLException fault) ? why(fault) : null;
		return (why != null) ? database() + " " + why + "." : null;
	}

	private static @Nullable String why(SQLException fault) {
		String state = fault.getSQLState();
		return (state != null) ? STATES.get(state) : SENTENCES.get(fault.getErrorCode());
	}

	private String database() {
		String url = this.environment.getProperty("spring.datasource.url", "");
		return "The database " + (url.startsWith("jdbc:sqlite:")
				? this.environment.getProperty("hubbub.data") + "/hubbub.db" : StoreName.of(url));
	}

}
