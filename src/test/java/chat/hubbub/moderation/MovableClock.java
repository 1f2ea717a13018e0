package chat.hubbub.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The server's clock, which a test puts forward; only in servers with the profile. */
@Component
@Primary
@Profile("movable-clock")
class MovableClock extends Clock {

	/** Beside the members' own. */
	static final String[] SETTINGS = { "--spring.profiles.active=members,developer,movable-clock",
			"--hubbub.limits.enabled=false" };

	private volatile Duration ahead = Duration.ZERO;

	void advance(Duration duration) {
		this.ahead = this.ahead.plus(duration);
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
