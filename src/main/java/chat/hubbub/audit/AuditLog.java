package chat.hubbub.audit;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records acts in the transactions that store their effects: neither exists without the
 * other, even if the process is killed. If the row cannot be stored, the act is refused.
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
