package chat.hubbub.audit;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes down what was done, in the transaction that stores it: there is no row without
 * the act and no act without its row, wherever the process is cut off. An act that can be
 * stored although its row cannot is done, and goes into the server's log instead: a
 * moderator must be able to act while something is wrong with this table alone.
 */
@Component
class AuditLog {

	private static final Logger logger = LoggerFactory.getLogger(AuditLog.class);

	private final AuditStore store;

	private final Clock clock;

	AuditLog(AuditStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@EventListener
	void note(Act act) {
		try {
			this.store.insert(act, this.clock.instant());
		}
		catch (DataAccessException ex) {
			logger.error("An act could not be written to the audit log: {}", act, ex);
		}
	}

}
