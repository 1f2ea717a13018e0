package chat.hubbub.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StoreClockTests {

	private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

	private Instant database = NOON;

	private long nanos = Long.MAX_VALUE - 1;

	private boolean away;

	private final StoreClock clock = new StoreClock(this::ask, () -> this.nanos);

	/** The answer takes 20 ms, half of it on the way back. */
	private Instant ask() {
		if (this.away) {
			throw new IllegalStateException("away");
		}
		this.nanos += Duration.ofMillis(20).toNanos();
		return this.database;
	}

	@Test
	void goesOnFromTheTimeOfTheDatabase() {
		assertThat(this.clock.instant()).isEqualTo(NOON.plusMillis(10));
		this.nanos += Duration.ofSeconds(5).toNanos();
		assertThat(this.clock.instant()).isEqualTo(NOON.plusMillis(5_010));
		assertThat(this.clock.withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(this.clock.instant());
	}

	@Test
	void isAdjustedIfItRunsWrongly() {
		this.nanos += Duration.ofMinutes(1).toNanos();
		this.database = NOON.plusSeconds(61);
		this.clock.adjust();
		assertThat(this.clock.instant()).isEqualTo(NOON.plusMillis(61_010));
	}

	@Test
	void goesOnWhileTheDatabaseIsAway() {
		this.away = true;
		assertThatIllegalStateException().isThrownBy(this.clock::adjust);
		this.nanos += Duration.ofSeconds(1).toNanos();
		assertThat(this.clock.instant()).isEqualTo(NOON.plusMillis(1_010));
	}

}
