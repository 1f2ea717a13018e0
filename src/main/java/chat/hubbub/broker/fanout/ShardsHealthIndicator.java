package chat.hubbub.broker.fanout;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports the server as down while a shard does not respond. */
@Component
public class ShardsHealthIndicator implements HealthIndicator {

	private final Shards shards;

	/** Reports on these shards. */
	public ShardsHealthIndicator(Shards shards) {
		this.shards = shards;
	}

	@Override
	public Health health() {
		return health(System.nanoTime());
	}

	/** The health at a nano time: DOWN while a shard does not respond. */
	public Health health(long now) {
		long silent = this.shards.silent(now);
		return (silent == 0) ? Health.up().build()
				: Health.down().withDetail("reason", silent + " shards have not answered for 5 s").build();
	}

}
