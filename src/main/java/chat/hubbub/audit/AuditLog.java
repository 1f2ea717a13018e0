package chat.hubbub.audit;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what was done, in the transaction that stores it: there is no row without
 * the act and no act without its row, wherever the process is cut off. If the row cannot
 * be stored, the act is refused.
 */
@Component
class AuditLog {

	private final AuditStore store;

	private final Clock clock;

	AuditLog(AuditStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@EventListener
	void note(Act act) {
		this.store.insert(act, this.clock.instant());
	}

}
