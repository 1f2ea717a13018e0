package chat.hubbub.store;

import java.sql.SQLException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in one sentence why the server cannot start on its data. */
class StoreFailureAnalyzer implements FailureAnalyzer {

	/** By SQLite's primary result codes. */
	private static final Map<Integer, String> SENTENCES = Map.of(5,
			"is locked by another program: end that, or wait for it", 8, "cannot be written: make it writable", 10,
			"cannot be read or written, the disk reports an error: see to the disk", 11,
			"is corrupt: put a backup in its place", 13, "has no room on its disk: make room", 14,
			"cannot be opened: make it and its folder writable", 26,
			"is no database: put a backup in its place, or move it away to begin anew");

	private final Environment environment;

	StoreFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		Throwable cause = failure;
		while (cause != null) {
			String sentence = sentence(cause);
			if (sentence != null) {
				return new FailureAnalysis(sentence, null, cause);
			}
			cause = cause.getCause();
		}
		return null;
	}

	private @Nullable String sentence(Throwable cause) {
		if (cause instanceof StoreUnusable) {
			return cause.getMessage();
		}
		String why = (cause instanceof SQLException fault) ? SENTENCES.get(fault.getErrorCode()) : null;
		return (why != null) ? "The database " + this.environment.getProperty("hubbub.data") + "/hubbub.db " + why + "."
				: null;
	}

}
