package chat.hubbub.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import chat.hubbub.fixture.FakeClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuestsTests {

	private static final Duration MOMENT = Duration.ofMillis(1);

	private final FakeClock clock = new FakeClock();

	private final Names names = new Names();

	private final Guests guests = new Guests(this.names, this.clock);

	@Test
	void givesAConnectionTheNameItWants() {
		assertThat(enter("ada", "c1")).isEqualTo("ada");
	}

	@Test
	void numbersANameThatIsTakenWhateverItsCase() {
		enter("ada", "c1");
		assertThat(enter("ADA", "c2")).isEqualTo("ADA-2");
		assertThat(enter("ada", "c3")).isEqualTo("ada-3");
	}

	@Test
	void skipsNumbersThatPeopleHaveAlready() {
		enter("ada", "c1");
		enter("ada-2", "c2");
		assertThat(enter("ada", "c3")).isEqualTo("ada-3");
	}

	@Test
	void remembersTheLoginBehindANumberedName() {
		enter("ada", "c1");
		User second = this.guests.enter(ada(), "c2");
		assertThat(second.getName()).isEqualTo("ada-2");
		assertThat(second.login()).isEqualTo("ada");
	}

	@Test
	void numbersGuestsWithoutAName() {
		assertThat(this.guests.enter(null, "c1").getName()).isEqualTo("guest-1");
		assertThat(this.guests.enter(null, "c2").getName()).isEqualTo("guest-2");
		assertThat(this.guests.enter(null, "c3").login()).isEmpty();
	}

	@Test
	void knowsTheSpellingOfANameWhileAGuestHasIt() {
		enter("Rosa", "c1");
		assertThat(this.guests.spelling(new Username("ROSA"))).contains(new Username("Rosa"));
		// With a Cyrillic letter it only looks like it.
		assertThat(this.guests.spelling(new Username("r\u043esa"))).isEmpty();
		this.guests.disconnect("c1");
		assertThat(this.guests.spelling(new Username("Rosa"))).isEmpty();
	}

	@Test
	void skipsTheNumberOfAGuestWhoChoseThatName() {
		enter("Guest-1", "c1");
		assertThat(this.guests.enter(null, "c2").getName()).isEqualTo("guest-2");
	}

	@Test
	void freesTheNameOfAConnectionThatEnds() {
		enter("ada", "c1");
		this.guests.disconnect("c1");
		assertThat(enter("ada", "c2")).isEqualTo("ada");
	}

	@Test
	void ignoresTheEndOfAConnectionThatIsNotIn() {
		enter("ada", "c1");
		this.guests.disconnect("c2");
		this.guests.disconnect("c1");
		this.guests.disconnect("c1");
		assertThat(enter("ada", "c3")).isEqualTo("ada");
	}

	@Test
	void refusesABrowserANameThatIsTaken() {
		this.guests.claim(ada(), "browser-1");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.guests.claim(new Username("Ada"), "browser-2"))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("name.taken"));
	}

	@Test
	void refusesABrowserTheNameOfAConnection() {
		enter("ada", "c1");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.guests.claim(ada(), "browser-1"));
	}

	@Test
	void givesABrowserItsOwnNameAgain() {
		User first = this.guests.claim(ada(), "browser-1");
		assertThat(this.guests.claim(ada(), "browser-1")).isEqualTo(first);
	}

	@Test
	void letsABrowserSpellItsOwnNameAnew() {
		this.guests.claim(new Username("ada"), "browser");
		assertThat(this.guests.claim(new Username("Ada"), "browser").getName()).isEqualTo("Ada");
	}

	@Test
	void letsAllConnectionsOfABrowserShareItsName() {
		this.guests.claim(ada(), "browser-1");
		assertThat(join("c1")).isEqualTo("ada");
		assertThat(join("c2")).isEqualTo("ada");
	}

	@Test
	void keepsTheNameWhileOneOfItsConnectionsIsLeft() {
		join("c1");
		join("c2");
		this.guests.disconnect("c1");
		this.clock.advance(Guests.GRACE.multipliedBy(10));
		assertThat(enter("ada", "c3")).isEqualTo("ada-2");
	}

	@Test
	void keepsTheNameOfABrowserForAShortAbsence() {
		join("c1");
		this.guests.disconnect("c1");
		this.clock.advance(Guests.GRACE.minus(MOMENT));
		assertThat(enter("ada", "c2")).isEqualTo("ada-2");
	}

	@Test
	void forgetsABrowserThatWasAwayTooLong() {
		join("c1");
		this.guests.disconnect("c1");
		this.clock.advance(Guests.GRACE);
		assertThat(enter("ada", "c2")).isEqualTo("ada");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> join("c3"));
	}

	@Test
	void forgetsABrowserThatNeverConnected() {
		this.guests.claim(ada(), "browser-1");
		this.clock.advance(Guests.GRACE);
		assertThat(this.guests.claim(ada(), "browser-2").getName()).isEqualTo("ada");
	}

	@Test
	void countsTheGraceFromTheLastAbsence() {
		join("c1");
		this.guests.disconnect("c1");
		this.clock.advance(Guests.GRACE.minus(MOMENT));
		join("c2");
		this.guests.disconnect("c2");
		this.clock.advance(Guests.GRACE.minus(MOMENT));
		assertThat(enter("ada", "c3")).isEqualTo("ada-2");
	}

	@Test
	void freesANameThatItsBrowserGivesBack() {
		this.guests.claim(ada(), "browser-1");
		this.guests.leave("browser-1");
		assertThat(enter("ada", "c1")).isEqualTo("ada");
	}

	@Test
	void keepsANameThatWasGivenBackUntilItsLastConnectionEnds() {
		join("c1");
		this.guests.leave("browser-1");
		assertThat(enter("ada", "c2")).isEqualTo("ada-2");
		this.guests.disconnect("c1");
		assertThat(enter("ada", "c3")).isEqualTo("ada");
	}

	@Test
	void letsNobodyGiveBackTheNameOfAnother() {
		this.guests.claim(ada(), "browser-1");
		this.guests.leave("browser-2");
		assertThat(enter("ada", "c1")).isEqualTo("ada-2");
	}

	@Test
	void givesABrowserAnotherNameInPlaceOfItsOwn() {
		join("c1");
		User grace = this.guests.claim(new Username("grace"), "browser-1");
		assertThat(this.guests.join(ada(), "browser-1", "c2")).isEqualTo(grace);
		assertThat(this.guests.isStill(grace, "browser-1")).isTrue();
		assertThat(this.guests.isStill(User.guest(ada(), "ada"), "browser-1")).isFalse();
		assertThat(this.guests.mayBe(ada(), "browser-1")).as("until the session has the new name").isTrue();
		assertThat(this.guests.mayBe(ada(), "browser-2")).isFalse();
		assertThat(enter("ada", "c3")).isEqualTo("ada-2");
		this.guests.disconnect("c1");
		assertThat(enter("ada", "c4")).isEqualTo("ada");
		assertThat(this.guests.mayBe(ada(), "browser-1")).isFalse();
	}

	/** Its connections would be told that its session has ended. */
	@Test
	void isHereWhileItsNameChanges() {
		AtomicReference<LocalGuests> local = new AtomicReference<>();
		List<Boolean> here = new ArrayList<>();
		local.set(new LocalGuests(this.names, this.clock, new GuestNames() {

			@Override
			public void left(Set<String> looks, String holder) {
				here.add(local.get().isHere("browser-1"));
			}

		}));
		local.get().claim(ada(), "browser-1");
		local.get().claim(new Username("grace"), "browser-1");
		assertThat(here).containsExactly(true);
	}

	@Test
	void bringsNoBrowserBackThatHasLeft() {
		User ada = this.guests.claim(ada(), "browser-1");
		this.guests.leave("browser-1");
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(() -> join("c1"));
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(() -> this.guests.claim(ada(), "browser-1"));
		assertThat(this.guests.isStill(ada, "browser-1")).isFalse();
		assertThat(this.guests.isHere("browser-1")).isFalse();
		assertThat(this.guests.mayBe(ada(), "browser-1")).isFalse();
		assertThat(this.guests.claim(ada(), "browser-2").username()).isEqualTo(ada.username());
	}

	@Test
	void tellsApartGuestsWhoHaveTheSameNameOneAfterTheOther() {
		User first = this.guests.claim(ada(), "browser-1");
		assertThat(this.guests.join(ada(), "browser-1", "c1").session()).isEqualTo(first.session());
		assertThat(this.guests.claim(new Username("grace"), "browser-1").session()).isEqualTo(first.session());
		this.guests.disconnect("c1");
		this.guests.leave("browser-1");
		User second = this.guests.claim(ada(), "browser-2");
		assertThat(second.session()).isNotEqualTo(first.session());
		this.guests.leave("browser-2");
		String third = this.guests.enter(ada(), "c3").session();
		this.guests.disconnect("c3");
		assertThat(this.guests.enter(ada(), "c3").session()).isNotIn(third, first.session(), second.session());
	}

	@Test
	void tellsABrowserWhoseNameHasBecomeAnothers() {
		this.guests.claim(ada(), "browser-1");
		assertThat(this.guests.mayBe(ada(), "browser-1")).isTrue();
		this.clock.advance(Guests.GRACE);
		assertThat(this.guests.mayBe(ada(), "browser-1")).isTrue();
		enter("\u0430da", "c1");
		assertThat(this.guests.mayBe(ada(), "browser-1")).isFalse();
	}

	@Test
	void tellsABrowserWhoseNameIsAnAccountsNow() {
		this.guests.claim(ada(), "browser-1");
		this.clock.advance(Guests.GRACE);
		this.names.take(new Username("\u0430da"));
		assertThat(this.guests.mayBe(ada(), "browser-1")).isFalse();
		assertThat(this.guests.mayBe(new Username("grace"), "browser-1")).isTrue();
	}

	@Test
	void takesNoNewNameOfUnusualCharacters() {
		Username filler = new Username("\u1160");
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> this.guests.enter(filler, "c1"));
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> this.guests.claim(filler, "browser-1"));
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> this.guests.join(filler, "browser-1", "c1"));
		assertThat(this.guests.mayBe(filler, "browser-1")).isFalse();
	}

	private String enter(String name, String connection) {
		return this.guests.enter(new Username(name), connection).getName();
	}

	private String join(String connection) {
		return this.guests.join(ada(), "browser-1", connection).getName();
	}

	private static Username ada() {
		return new Username("ada");
	}

}
