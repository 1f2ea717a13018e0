package chat.hubbub.message.follow;

import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports the server as degraded while a follower does not follow. It is not down: it
 * stores and delivers messages.
 */
@Component
class FollowersHealthIndicator implements HealthIndicator {

	private static final String DEGRADED = "DEGRADED";

	private final Followers followers;

	FollowersHealthIndicator(Followers followers) {
		this.followers = followers;
	}

	@Override
	public Health health() {
		return health(System.nanoTime());
	}

	Health health(long now) {
		Map<String, String> troubles = this.followers.troubles(now);
		return troubles.isEmpty() ? Health.up().build() : Health.status(DEGRADED).withDetails(troubles).build();
	}

}
