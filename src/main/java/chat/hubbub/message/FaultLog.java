package chat.hubbub.message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a fault of the store only once, so that the log does not fill a full disk. For the
 * thread that writes.
 */
final class FaultLog {

	private static final Logger logger = LoggerFactory.getLogger(FaultLog.class);

	private boolean waiting;

	private boolean failing;

	/** The writer tries again, and meanwhile messages wait. */
	void waits(Throwable cause) {
		if (!this.waiting && !this.failing) {
			this.waiting = true;
			logger.warn("Messages wait for the database: {}", String.valueOf(cause));
		}
	}

	/** Messages are refused. */
	void failed(Throwable cause) {
		if (!this.failing) {
			this.failing = true;
			logger.error("Messages cannot be stored and are refused", cause);
		}
	}

	/** Messages are stored. */
	void recovered() {
		if (this.failing || this.waiting) {
			this.failing = false;
			this.waiting = false;
			logger.info("Messages are stored again");
		}
	}

}
