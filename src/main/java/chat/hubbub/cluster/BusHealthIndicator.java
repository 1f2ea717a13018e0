package chat.hubbub.cluster;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports the server as degraded while messages of other nodes come late, because they
 * are read from the store.
 */
class BusHealthIndicator implements HealthIndicator {

	private final RabbitBus bus;

	BusHealthIndicator(RabbitBus bus) {
		this.bus = bus;
	}

	@Override
	public Health health() {
		if (this.bus.isUp()) {
			return Health.up().build();
		}
		String blocked = this.bus.blocked();
		return Health.status(new Status("DEGRADED"))
			.withDetail("reason",
					(blocked != null) ? "RabbitMQ takes no messages: " + blocked
							: "No messages come from RabbitMQ: those of other nodes are read from the store")
			.build();
	}

}
