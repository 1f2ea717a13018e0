package chat.hubbub.store;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Explains in one sentence why the server cannot start on its data. */
class StoreFailureAnalyzer implements FailureAnalyzer {

	private final Environment environment;

	StoreFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return StoreFailure.explain(failure, database())
			.map((sentence) -> new FailureAnalysis(sentence, null, failure))
			.orElse(null);
	}

	private String database() {
		String url = this.environment.getProperty("spring.datasource.url", "");
		return url.startsWith("jdbc:sqlite:") ? this.environment.getProperty("hubbub.data") + "/hubbub.db"
				: StoreName.of(url);
	}

}
