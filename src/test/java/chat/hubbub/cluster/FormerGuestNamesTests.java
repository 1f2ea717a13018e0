package chat.hubbub.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import chat.hubbub.account.GuestName;
import chat.hubbub.account.NameTaken;
import chat.hubbub.account.Username;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When other nodes may give away the name of a guest who has gone or has another one. */
class FormerGuestNamesTests extends GuestNodes {

	@Test
	void aNameIsFreeWhenItsGuestHasLeft() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.guests.disconnect("1");
		keep();
		this.now += Duration.ofSeconds(6).toNanos();
		keep();
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
	}

	/**
	 * Somebody whose connection is cut comes back on another node under the same name.
	 */
	@Test
	void aNameIsFreeAMomentAfterItsConnectionHasEnded() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.guests.disconnect("1");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
	}

	@Test
	void aNameIsFreeAMomentAfterItsBrowserHasLeft() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.leave("a browser");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.claim(new Username("rosa"), "another browser").getName()).isEqualTo("rosa");
	}

	@Test
	void aNameIsNotGivenFreeForAGuestWhoHasItByNow() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.guests.disconnect("1");
		this.here.guests.enter(new Username("rosa"), "2");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.enter(new Username("rosa"), "3").getName()).isNotEqualTo("rosa");
	}

	@Test
	void aNameThatItsGuestTakesAgainWhileItIsReleasedStays() {
		this.here.names.claim(Set.of("r0sa"), new GuestName("rosa", "a browser"));
		this.now += Duration.ofSeconds(6).toNanos();
		Runnable again = () -> this.here.names.claim(Set.of("r0sa"), new GuestName("rosa", "a browser"));
		this.whileReleasing = again;
		this.here.names.keep(Map.of(), Set.of());
		assertThat(this.store.isTaken(Set.of("r0sa"), "another browser", "there")).isTrue();
	}

	@Test
	void theFormerNameIsFreeAMomentAfterItsBrowserHasTakenAnother() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.claim(new Username("otto"), "a browser");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.claim(new Username("rosa"), "another browser").getName()).isEqualTo("rosa");
		assertThat(this.there.guests.mayBe(new Username("otto"), "a third browser")).isFalse();
	}

	/** The request for the new name may come to any node. */
	@Test
	void theFormerNameIsFreeAMomentAfterItsBrowserHasTakenAnotherOnTheOtherNode() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.there.guests.claim(new Username("otto"), "a browser");
		this.here.guests.rename(new Username("otto"), "a browser");
		this.here.names.releaseLeft();
		keep();
		assertThat(this.there.guests.claim(new Username("rosa"), "another browser").getName()).isEqualTo("rosa");
		assertThat(this.here.guests.mayBe(new Username("otto"), "another browser")).isFalse();
	}

	@Test
	void theFormerNameIsFreeAMomentAfterItsLastConnectionHasEnded() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.join(new Username("rosa"), "a browser", "1");
		this.here.guests.claim(new Username("otto"), "a browser");
		keep();
		this.here.names.releaseLeft();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
		this.here.guests.disconnect("1");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.claim(new Username("rosa"), "another browser").getName()).isEqualTo("rosa");
	}

	@Test
	void anotherSpellingKeepsTheNameAndFreesTheFormerOne() {
		this.here.guests.claim(new Username("ROSA"), "a browser");
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.names.releaseLeft();
		assertThat(looks()).isEqualTo(this.here.guests.looks().keySet());
		this.there.guests.claim(new Username("Rosa"), "a browser");
		this.here.guests.rename(new Username("Rosa"), "a browser");
		this.here.names.releaseLeft();
		keep();
		assertThat(looks()).isEqualTo(this.here.guests.looks().keySet());
	}

	/** It has taken a name, another one and the first one again. */
	@Test
	void aNameThatItsGuestHasTakenAgainIsNotGivenFree() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.claim(new Username("otto"), "a browser");
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
		assertThat(this.there.guests.mayBe(new Username("otto"), "another browser")).isTrue();
	}

	@Test
	void aNameThatItsGuestTakesAgainWhileItIsGivenFreeStays() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.claim(new Username("otto"), "a browser");
		this.whileReleasing = () -> this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
		this.here.names.releaseLeft();
		assertThat(looks()).containsExactly("rosa");
	}

	@Test
	void aNameThatAnotherGuestTakesWhileItIsGivenFreeIsThatGuests() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.claim(new Username("otto"), "a browser");
		this.whileReleasing = () -> this.here.guests.claim(new Username("rosa"), "another browser");
		this.here.names.releaseLeft();
		this.here.names.releaseLeft();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "a browser")).isFalse();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isTrue();
	}

	/** A network without a connection for a while. */
	@Test
	void aBrowserThatReconnectsHasKeptItsName() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.join(new Username("rosa"), "a browser", "1");
		this.here.guests.disconnect("1");
		this.now += Duration.ofSeconds(59).toNanos();
		this.clock.advance(Duration.ofSeconds(59));
		this.here.names.releaseLeft();
		keep();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
		assertThat(this.here.guests.join(new Username("rosa"), "a browser", "2").getName()).isEqualTo("rosa");
	}

	/** The browser asked one node for its name and connected to the other. */
	@Test
	void theNodeWithoutTheConnectionLeavesTheNameToTheOther() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.there.guests.join(new Username("rosa"), "a browser", "1");
		this.there.keep();
		this.here.keep();
		this.clock.advance(Duration.ofSeconds(61));
		this.now += Duration.ofSeconds(61).toNanos();
		this.here.keep();
		this.here.names.releaseLeft();
		assertThat(this.here.guests.isHere("a browser")).isFalse();
		assertThat(this.here.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
		assertThat(this.there.keep()).isEmpty();
	}

	/** Another tab on the other node was closed, and had the name last. */
	@Test
	void theNodeWithTheLastConnectionHasTheNameBeforeTheOtherForgetsIt() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.join(new Username("rosa"), "a browser", "1");
		this.there.guests.join(new Username("rosa"), "a browser", "2");
		keep();
		this.there.guests.disconnect("2");
		keep();
		this.clock.advance(Duration.ofSeconds(61));
		this.now += Duration.ofSeconds(61).toNanos();
		this.there.keep();
		this.there.names.releaseLeft();
		assertThat(this.there.guests.isHere("a browser")).isFalse();
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
		assertThat(this.here.keep()).isEmpty();
	}

	/** The name belongs to another holder in the store, if the attempt came so far. */
	@Test
	void aNameThatAnotherGuestWasRefusedIsFreeAMomentAfterItsBrowserHasLeft() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		assertThatExceptionOfType(NameTaken.class)
			.isThrownBy(() -> this.here.guests.claim(new Username("rosa"), "another browser"));
		this.here.guests.leave("a browser");
		this.here.names.releaseLeft();
		assertThat(this.there.guests.claim(new Username("rosa"), "another browser").getName()).isEqualTo("rosa");
	}

	@Test
	void aReleaseThatFailsIsTriedAgain() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.here.guests.leave("a browser");
		this.jdbc.execute("alter table guest_name rename to away");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(this.here.names::releaseLeft);
		this.jdbc.execute("alter table away rename to guest_name");
		assertThat(this.here.names.isReleasing()).isTrue();
		this.here.names.releaseLeft();
		assertThat(this.here.names.isReleasing()).isFalse();
		assertThat(looks()).isEmpty();
	}

}
