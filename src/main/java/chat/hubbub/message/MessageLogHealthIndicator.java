package chat.hubbub.message;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports the server as down while the log's writer does not respond. */
@Component
class MessageLogHealthIndicator implements HealthIndicator {

	private final MessageLog log;

	MessageLogHealthIndicator(MessageLog log) {
		this.log = log;
	}

	@Override
	public Health health() {
		return health(System.nanoTime());
	}

	Health health(long now) {
		return this.log.isSilent(now)
				? Health.down().withDetail("reason", "The message log has not answered for 5 s").build()
				: Health.up().build();
	}

}
