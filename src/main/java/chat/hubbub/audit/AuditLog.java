package chat.hubbub.audit;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes down what was done, once it is. An act whose row cannot be stored is done
 * nevertheless, and goes into the server's log instead: to refuse it would leave whoever
 * filled the disk free to go on, and what is erased cannot be put back.
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

	/** After those who put it into effect. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void note(Audited event) {
		Act act = event.act();
		try {
			if (!event.isRepeated() || !this.store.has(act)) {
				this.store.insert(act, this.clock.instant());
			}
		}
		catch (DataAccessException ex) {
			logger.error("The audit log could not take this: {}", act, ex);
		}
	}

}
