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
		String why = (cause instanceof SQLException fault) ? SENTENCES.get(fault.getErrorCode()) : null;
		return (why != null) ? database() + " " + why + "." : null;
	}

	private String database() {
		return "The database " + this.environment.getProperty("hubbub.data") + "/hubbub.db";
	}

}
