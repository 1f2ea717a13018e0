package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.fixture.FakeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartiesTests {

	private static final Duration MEMORY = Duration.ofSeconds(3);

	private final FakeMeter meter = new FakeMeter();

	private final Parties<String> users = parties(2);

	@Test
	void haveABoundedNumberOfConnections() {
		this.users.enter("ada");
		this.users.enter("ada");
		assertThatExceptionOfType(ConnectionLimit.class).isThrownBy(() -> this.users.enter("ada"))
			.satisfies((refusal) -> {
				assertThat(refusal.code()).isEqualTo("connection.limit");
				assertThat(refusal.sentence()).startsWith("A user may have at most 2 connections.");
				assertThat(refusal.retryAfter()).contains(10L);
			});
		assertThatExceptionOfType(ConnectionLimit.class).isThrownBy(() -> this.users.ask("ada"));
		this.users.ask("grace");
		this.users.enter("grace");
	}

	@Test
	void haveRoomAgainWhenAConnectionEnds() {
		this.users.enter("ada");
		this.users.enter("ada");
		this.users.leave("ada");
		this.users.ask("ada");
		this.users.enter("ada");
		assertThatExceptionOfType(ConnectionLimit.class).isThrownBy(() -> this.users.enter("ada"));
	}

	@Test
	void haveAnyNumberOfConnectionsWhereTheLimitIsOff() {
		Parties<String> unlimited = parties(0);
		for (int i = 0; i < 1000; i++) {
			unlimited.ask("ada");
			unlimited.enter("ada");
		}
		assertThat(unlimited.size()).isEqualTo(1);
	}

	@Test
	void areOneWithAllTheirConnections() {
		assertThat(this.users.enter("ada")).isSameAs(this.users.enter("ada")).isNotSameAs(this.users.enter("grace"));
	}

	@Test
	void gainNothingByComingBackAtOnce() {
		Party ada = this.users.enter("ada");
		this.users.leave("ada");
		assertThat(this.users.size()).isZero();
		assertThat(this.users.enter("ada")).isSameAs(ada);
	}

	@Test
	void areForgottenAfterTheirRest() {
		Party ada = this.users.enter("ada");
		this.users.leave("ada");
		this.meter.advance(MEMORY.plusSeconds(1));
		assertThat(this.users.absentSize()).isZero();
		assertThat(this.users.enter("ada")).isNotSameAs(ada);
	}

	@Test
	void areNotForgottenWhileTheyAreConnected() {
		Party ada = this.users.enter("ada");
		this.meter.advance(MEMORY.multipliedBy(100));
		assertThat(this.users.enter("ada")).isSameAs(ada);
	}

	@Test
	void doNotFillTheMemoryWhenTheyLeave() {
		for (int i = 0; i < 3 * Parties.MAX_ABSENT; i++) {
			this.users.enter("guest-" + i);
			this.users.leave("guest-" + i);
		}
		assertThat(this.users.size()).isZero();
		assertThat(this.users.absentSize()).isLessThanOrEqualTo(Parties.MAX_ABSENT);
	}

	private Parties<String> parties(int maxConnections) {
		return new Parties<>("connection.user", maxConnections, MEMORY,
				() -> new Party(Throttle.NONE, Throttle.NONE, Throttle.NONE, Throttle.NONE), this.meter);
	}

}
