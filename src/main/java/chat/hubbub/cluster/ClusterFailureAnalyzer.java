package chat.hubbub.cluster;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in one sentence why a node cannot start. */
class ClusterFailureAnalyzer extends AbstractFailureAnalyzer<ClusterUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, ClusterUnusable cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
