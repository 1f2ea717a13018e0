package chat.hubbub.file.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in one sentence why a server that cannot keep files does not start. */
class BlobsFailureAnalyzer extends AbstractFailureAnalyzer<BlobsUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, BlobsUnusable cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
