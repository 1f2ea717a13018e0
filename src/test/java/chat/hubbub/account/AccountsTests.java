package chat.hubbub.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.account.invite.InviteInvalid;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.Published;
import chat.hubbub.fixture.TestBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccountsTests {

	private static final Runnable NOTHING = () -> {
	};

	private static final String PASSWORD = "correct horse";

	private final FakeClock clock = new FakeClock();

	private final CountingEncoder encoder = new CountingEncoder();

	private final List<Object> events = new ArrayList<>();

	private Database database;

	private Guests guests;

	private Accounts accounts;

	private Passwords passwords;

	private Departures departures;

	private boolean broken;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.database = new Database(folder);
		start();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void signsUp() {
		Account ada = signUp("Ada");
		assertThat(ada.username()).isEqualTo(new Username("Ada"));
		assertThat(this.accounts.find(ada.id())).contains(ada);
		assertThat(this.events).isEmpty();
	}

	@Test
	void knowsItsAccountsAfterARestart() {
		Account ada = signUp("ada");
		this.accounts.changeRole(ada.id(), Role.ADMIN);
		this.accounts.changePassword(ada.id(), new Password("battery staple"), (account) -> {
		});
		start();
		assertThat(this.accounts.find(ada.id())).contains(new Account(ada.id(), ada.username(), Role.ADMIN, 1));
		assertThat(this.passwords.authenticate("ada", "battery staple").id()).isEqualTo(ada.id());
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("ADA"));
	}

	@Test
	void givesAnAccountAKeyThatNoGuestCanHave() {
		String key = signUp("ada").user().login();
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> new Username(key));
	}

	@Test
	void authenticatesWhateverTheCaseOfTheName() {
		Account ada = signUp("Ada");
		assertThat(this.passwords.authenticate("aDA", PASSWORD)).isEqualTo(ada);
	}

	@ParameterizedTest
	@CsvSource({ "ada, wrong horse", "ada, ''", "grace, correct horse", "<ada>, correct horse", "'', ''",
			"аda, correct horse" })
	void refusesInTheSameWordsAndWithTheSameWork(String name, String password) {
		signUp("ada");
		this.encoder.matched();
		SignInFailed refusal = catchThrowableOfType(SignInFailed.class,
				() -> this.passwords.authenticate(name, password));
		assertThat(refusal.sentence()).isEqualTo(new SignInFailed().sentence()).doesNotContain("ada");
		assertThat(this.encoder.matched()).isEqualTo(1);
	}

	@Test
	void neverTakesThePasswordOfNobody() {
		assertThatExceptionOfType(SignInFailed.class)
			.isThrownBy(() -> this.passwords.authenticate("grace", "no password"));
	}

	@Test
	void hashesBeforeItLooksAtTheName() {
		signUp("ada");
		this.guests.enter(new Username("grace"), "c1");
		this.encoder.encoded();
		for (String name : List.of("ada", "grace", "deleted-3", "аda", "margaret")) {
			catchThrowableOfType(NameTaken.class, () -> signUp(name));
			assertThat(this.encoder.encoded()).as(name).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "ADA", "аda", "аdа", "Αda" })
	void refusesANameThatLooksLikeAnAccounts(String name) {
		signUp("ada");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp(name));
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.guests.claim(new Username(name), "browser"));
	}

	@Test
	void refusesANameThatLooksLikeAnAccountsInCapitals() {
		signUp("BOB");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("ВОВ"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "adam", "ad", "adá", "Ольга" })
	void takesANameThatLooksDifferent(String name) {
		signUp("ada");
		assertThat(signUp(name).username().value()).isEqualTo(name);
	}

	@Test
	void refusesTheNameOfAGuestWhoIsOnline() {
		this.guests.enter(new Username("ada"), "c1");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("ada"));
		this.guests.disconnect("c1");
		signUp("ada");
	}

	@Test
	void letsAGuestKeepTheName() {
		this.guests.claim(new Username("ada"), "browser");
		Account ada = this.accounts.signUp(new Username("ada"), new Password(PASSWORD), Role.MEMBER, "browser",
				(account) -> {
				});
		assertThat(ada.username().value()).isEqualTo("ada");
	}

	@Test
	void numbersAGuestWithTheNameOfAnAccount() {
		signUp("ada");
		assertThat(this.guests.enter(new Username("ada"), "c1").getName()).isEqualTo("ada-2");
		assertThat(this.guests.enter(new Username("аda"), "c2").getName()).isEqualTo("аda-3");
		assertThat(this.guests.enter(new Username("ada"), "c3").getName()).isEqualTo("ada-4");
	}

	@Test
	void keepsNothingOfASignUpThatFails() {
		assertThatExceptionOfType(InviteInvalid.class).isThrownBy(() -> this.accounts.signUp(new Username("ada"),
				new Password(PASSWORD), Role.MEMBER, null, (account) -> {
					throw new InviteInvalid();
				}));
		start();
		assertThat(signUp("ada").id()).isEqualTo(1);
	}

	@Test
	void changesAPasswordAndTheEpoch() {
		Account ada = signUp("ada");
		BrowserMember before = BrowserMember.of(ada);
		assertThat(this.accounts.find(before)).contains(ada);
		Account changed = this.accounts.changePassword(ada.id(), new Password("battery staple"), (account) -> {
		});
		assertThat(this.accounts.find(before)).isEmpty();
		assertThat(this.accounts.find(BrowserMember.of(changed))).contains(changed);
		assertThatExceptionOfType(SignInFailed.class).isThrownBy(() -> this.passwords.authenticate("ada", PASSWORD));
		assertThat(this.events).endsWith(new PasswordChanged(changed));
	}

	@Test
	void forgetsADeletedAccountButItsNumber() {
		Account ada = signUp("ada");
		this.accounts.delete(ada.id(), NOTHING);
		assertThat(this.accounts.find(ada.id())).isEmpty();
		assertThatExceptionOfType(SignInFailed.class).isThrownBy(() -> this.passwords.authenticate("ada", PASSWORD));
		assertThat(this.events).endsWith(new AccountDeleted(ada), new AccountDeparting(ada));
		Account another = signUp("ada");
		assertThat(another.id()).isNotEqualTo(ada.id());
		start();
		assertThat(this.accounts.find(ada.id())).isEmpty();
		assertThat(this.accounts.find(another.id())).contains(another);
	}

	@Test
	void finishesADeletionThatWasCutOff() {
		Account ada = signUp("ada");
		this.broken = true;
		this.accounts.delete(ada.id(), NOTHING);
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("ada"));
		this.events.clear();
		start();
		this.departures.goOn();
		assertThat(this.accounts.find(ada.id())).isEmpty();
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("Аda"));
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.guests.claim(new Username("ada"), "somebody"));
		this.broken = false;
		this.departures.goOn();
		assertThat(this.events).containsExactly(new AccountDeparting(ada));
		assertThat(signUp("ada").id()).isNotEqualTo(ada.id());
		this.events.clear();
		start();
		this.departures.goOn();
		assertThat(this.events).isEmpty();
	}

	@Test
	void finishesADeletionOnceMoreForWhatWasOnItsWay() {
		Account ada = signUp("ada");
		this.accounts.delete(ada.id(), NOTHING);
		this.events.clear();
		this.departures.goOn();
		assertThat(this.events).isEmpty();
		Account another = signUp("ada");
		this.events.clear();
		this.clock.advance(Departures.AGAIN);
		this.departures.goOn();
		assertThat(this.events).containsExactly(new AccountDeparting(ada));
		this.departures.goOn();
		assertThat(this.events).hasSize(1);
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("ada"));
		assertThat(this.accounts.find(another.id())).contains(another);
	}

	@Test
	void leavesANameThatSomebodyTookMeanwhile() {
		Account ada = signUp("ada");
		this.accounts.delete(ada.id(), NOTHING);
		Account another = signUp("ada");
		start();
		this.departures.goOn();
		assertThat(this.events).endsWith(new AccountDeparting(ada));
		assertThat(this.accounts.find(new Username("ada"))).contains(another);
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp("ada"));
	}

	@Test
	void tellsWhoChangedARoleAndWhatItWas() {
		Account ada = signUp("ada");
		Account grace = signUp("grace");
		this.accounts.changeRole(ada.id(), Role.ADMIN);
		this.accounts.changeRole(grace.id(), Role.ADMIN, ada.user());
		assertThat(this.events).endsWith(new RoleChanged(ada.withRole(Role.ADMIN), Role.MEMBER),
				new RoleChanged(grace.withRole(Role.ADMIN), Role.MEMBER));
		int told = this.events.size();
		this.accounts.changeRole(grace.id(), Role.ADMIN, ada.user());
		assertThat(this.events).hasSize(told);
		assertThatExceptionOfType(AccountNotFound.class)
			.isThrownBy(() -> this.accounts.changeRole(7, Role.ADMIN, ada.user()));
	}

	@Test
	void keepsTheLastAdmin() {
		Account ada = signUp("ada");
		Account grace = signUp("grace");
		this.accounts.changeRole(ada.id(), Role.ADMIN);
		assertThatExceptionOfType(LastAdmin.class)
			.isThrownBy(() -> this.accounts.changeRole(ada.id(), Role.MEMBER, ada.user()));
		assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> this.accounts.delete(ada.id(), NOTHING));
		start();
		assertThat(this.accounts.find(ada.id())).get().extracting(Account::role).isEqualTo(Role.ADMIN);
		this.accounts.changeRole(grace.id(), Role.ADMIN, ada.user());
		this.accounts.changeRole(ada.id(), Role.MEMBER, grace.user());
		this.accounts.delete(ada.id(), NOTHING);
		assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> this.accounts.delete(grace.id(), NOTHING));
	}

	@Test
	void keepsOneOfTwoAdminsWhoLeaveAtOnce() {
		for (int round = 0; round < 50; round++) {
			Account one = signUp("one-" + round);
			Account other = signUp("other-" + round);
			this.accounts.changeRole(one.id(), Role.ADMIN);
			this.accounts.changeRole(other.id(), Role.ADMIN);
			this.accounts.page(0, 200)
				.stream()
				.filter((account) -> account.role().equals("admin") && account.id() < one.id())
				.forEach((account) -> this.accounts.changeRole(account.id(), Role.MEMBER));
			CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> this.accounts.delete(one.id(), NOTHING));
			catchThrowableOfType(LastAdmin.class,
					() -> this.accounts.changeRole(other.id(), Role.MEMBER, other.user()));
			leaving.exceptionally((refused) -> null).join();
			assertThat(this.accounts.hasAdmin()).isTrue();
		}
	}

	@Test
	void areListedInPagesTheEldestFirst() {
		Account ada = signUp("ada");
		Account grace = signUp("grace");
		Account linus = signUp("linus");
		this.accounts.delete(grace.id(), NOTHING);
		Registered first = Registered.of(ada.id(), "ada", Role.MEMBER, this.clock.instant());
		assertThat(this.accounts.page(0, 1)).containsExactly(first);
		assertThat(this.accounts.page(ada.id(), 5)).extracting(Registered::id).containsExactly(linus.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "deleted-1", "DELETED-77", "deIeted-1", "dеleted-1" })
	void givesNobodyTheNameOfADeletedAccount(String name) {
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> signUp(name));
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.guests.claim(new Username(name), "browser"));
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.guests.enter(new Username(name), "c1"));
	}

	private void hear(Object event) {
		if (this.broken) {
			throw new IllegalStateException("Power failure");
		}
		this.events.add(event);
	}

	private Account signUp(String name) {
		return this.accounts.signUp(new Username(name), new Password(PASSWORD), Role.MEMBER, null, (account) -> {
		});
	}

	private void start() {
		Names names = new Names();
		this.guests = new Guests(names, this.clock);
		AccountStore store = new AccountStore(this.database.client());
		TestBus bus = new TestBus();
		this.departures = new Departures(store, names, this.clock, this::hear, bus);
		StoredAccounts stored = new StoredAccounts(store, names, Published.to(this.events), bus, this.departures);
		this.passwords = new Passwords(stored, store, this.encoder);
		this.accounts = new Accounts(stored, store, names, this.guests, this.encoder, this.database.transactions(),
				this.clock, Published.to(this.events), bus, this.departures);
	}

}
