package chat.hubbub.presence;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisitsTests {

	private static final String TEA = "chat.tea";

	private final Visits visits = new Visits();

	private final Visit ada = new Visit("@1", "ada", false);

	private long now = System.nanoTime();

	@Test
	void whoSubscribesIsOnline() {
		this.visits.began(this.ada, TEA);
		assertThat(drain()).containsExactly(seen(State.ONLINE));
		assertThat(drain()).isEmpty();
	}

	@Test
	void whoClosesTheLastTabIsGoneAfterTheGraceAndNoEarlier() {
		Visit tab = new Visit("@1", "ada", false);
		this.visits.began(this.ada, TEA);
		this.visits.began(tab, TEA);
		drain();
		end(this.ada);
		later(Visits.GRACE);
		assertThat(drain()).isEmpty();
		end(tab);
		later(Visits.GRACE.minusNanos(1));
		assertThat(drain()).isEmpty();
		later(Duration.ofNanos(1));
		assertThat(drain()).containsExactly(seen(State.GONE));
		assertThat(this.visits.all()).isEmpty();
	}

	@Test
	void aReloadWithinTheGraceKeepsThePerson() {
		this.visits.began(this.ada, TEA);
		drain();
		end(this.ada);
		later(Visits.GRACE.minusSeconds(1));
		this.visits.began(new Visit("@1", "ada", false), TEA);
		later(Visits.GRACE);
		assertThat(drain()).containsExactly(seen(State.ONLINE));
		assertThat(this.visits.all()).containsExactly(seen(State.ONLINE));
	}

	@Test
	void eachReloadBeginsTheGraceAnew() {
		this.visits.began(this.ada, TEA);
		end(this.ada);
		later(Visits.GRACE.minusSeconds(1));
		this.visits.began(this.ada, TEA);
		end(this.ada);
		drain();
		later(Duration.ofSeconds(2));
		assertThat(drain()).isEmpty();
		later(Visits.GRACE);
		assertThat(drain()).containsExactly(seen(State.GONE));
	}

	@Test
	void aClientThatVanishedGetsNoGrace() {
		this.visits.began(this.ada, TEA);
		drain();
		this.visits.ended(this.ada, TEA, this.now, true);
		assertThat(drain()).containsExactly(seen(State.GONE));
	}

	@Test
	void isAwayOnlyWhileEveryTabIs() {
		Visit tab = new Visit("@1", "ada", false);
		this.visits.began(this.ada, TEA);
		this.visits.began(tab, "chat");
		this.visits.away(tab, true);
		assertThat(drain()).extracting(Seen::state).containsOnly(State.ONLINE);
		this.visits.away(this.ada, true);
		assertThat(drain()).extracting(Seen::state).containsExactly(State.AWAY, State.AWAY);
		this.visits.away(tab, false);
		assertThat(drain()).extracting(Seen::state).containsExactly(State.ONLINE, State.ONLINE);
	}

	@Test
	void whoClosesTheOnlyTabInUseIsAway() {
		Visit idle = new Visit("@1", "ada", false);
		this.visits.away(idle, true);
		this.visits.began(idle, TEA);
		assertThat(drain()).containsExactly(seen(State.AWAY));
		this.visits.began(this.ada, TEA);
		assertThat(drain()).containsExactly(seen(State.ONLINE));
		end(this.ada);
		assertThat(drain()).containsExactly(seen(State.AWAY));
	}

	@Test
	void aSecondSubscriptionOfATabIsNoSecondPerson() {
		this.visits.began(this.ada, TEA);
		this.visits.began(this.ada, TEA);
		drain();
		end(this.ada);
		later(Visits.GRACE);
		assertThat(drain()).isEmpty();
	}

	@Test
	void anotherNameIsToldEverywhere() {
		this.visits.began(this.ada, TEA);
		this.visits.began(this.ada, "chat");
		drain();
		this.visits.began(new Visit("@1", "countess", false), TEA);
		assertThat(drain()).extracting(Seen::name).containsExactly("countess", "countess");
	}

	@Test
	void anEndThatComesBeforeTheBeginLeavesNobody() {
		end(this.ada);
		this.visits.began(this.ada, TEA);
		assertThat(drain()).isEmpty();
		assertThat(this.visits.all()).isEmpty();
		this.visits.began(this.ada, TEA);
		assertThat(drain()).containsExactly(seen(State.ONLINE));
	}

	@Test
	void theGraceOfVeryManyIsBounded() {
		IntStream.rangeClosed(0, Visits.MAX_LINGERING).forEach((number) -> {
			Visit guest = new Visit("guest-" + number, "guest-" + number, true);
			this.visits.began(guest, TEA);
			end(guest);
		});
		assertThat(this.visits.all()).hasSize(Visits.MAX_LINGERING).extracting(Seen::person).doesNotContain("guest-0");
	}

	private void end(Visit visit) {
		this.visits.ended(visit, TEA, this.now, false);
	}

	private void later(Duration time) {
		this.now += time.toNanos();
	}

	private List<Seen> drain() {
		return this.visits.drain(this.now);
	}

	private static Seen seen(State state) {
		return new Seen(TEA, "@1", "ada", false, state);
	}

}
