package chat.hubbub.broker.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Admission;
import chat.hubbub.broker.PasscodeCheck;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.StompFrame;

/**
 * Asks other features which connections, frames and passcodes they accept. Thread-safe.
 */
@Component
class Admissions {

	private final ObjectProvider<Admission> admission;

	private final ObjectProvider<PasscodeCheck> passcodes;

	Admissions(ObjectProvider<Admission> admission, ObjectProvider<PasscodeCheck> passcodes) {
		this.admission = admission;
		this.passcodes = passcodes;
	}

	/**
	 * Counts a connection; if there are too many, its client is told and it is closed.
	 */
	void admit(Connection connection) {
		try {
			this.admission.ifAvailable((admission) -> admission.admit(connection.attributes()));
		}
		catch (Refusal refusal) {
			connection.fail(Fault.of(refusal, null));
		}
	}

	/**
	 * Counts a SEND that is kept for later.
	 * @throws Refusal if the rate is exceeded
	 */
	void countSend(Connection connection, String destination) {
		this.admission.ifAvailable((admission) -> admission.countSend(connection.attributes(), destination));
	}

	/**
	 * Checks the credentials in a CONNECT; without any, the result is complete at once.
	 */
	CompletionStage<?> prove(Connection connection, StompFrame connect) {
		String passcode = connect.header("passcode");
		if (passcode == null || passcode.isEmpty()) {
			return CompletableFuture.completedStage(null);
		}
		String login = connect.header("login");
		try {
			return this.passcodes.getObject().check((login != null) ? login : "", passcode, connection.attributes());
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

}
