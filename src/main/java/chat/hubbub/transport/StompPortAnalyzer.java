package chat.hubbub.transport;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains which setting to change when the port of STOMP over TCP cannot be opened. */
class StompPortAnalyzer extends AbstractFailureAnalyzer<StompPortUnavailable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StompPortUnavailable cause) {
		return new FailureAnalysis("The port " + cause.port() + " for STOMP over TCP cannot be opened.",
				"Free the port, or set hubbub.stomp.port to another one (0 turns STOMP over TCP off).", cause);
	}

}
