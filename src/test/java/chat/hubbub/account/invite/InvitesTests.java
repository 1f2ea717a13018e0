package chat.hubbub.account.invite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountStore;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.CountingEncoder;
import chat.hubbub.account.Departures;
import chat.hubbub.account.Guests;
import chat.hubbub.account.Names;
import chat.hubbub.account.Password;
import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.StoredAccounts;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.Published;
import chat.hubbub.fixture.TestBus;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.setting.SettingProperties;
import chat.hubbub.setting.SettingStore;
import chat.hubbub.setting.Settings;
import chat.hubbub.setting.SignUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class InvitesTests {

	private static final Runnable NOTHING = () -> {
	};

	private static final Duration MOMENT = Duration.ofMillis(1);

	private final FakeClock clock = new FakeClock();

	private final List<Object> events = new ArrayList<>();

	private Database database;

	private Accounts accounts;

	private Invites invites;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.database = new Database(folder);
		Names names = new Names();
		AccountStore store = new AccountStore(this.database.client(), this.database.ids());
		TestBus bus = new TestBus();
		Departures departures = new Departures(store, names, this.database.transactions(), this.clock, this.events::add,
				bus);
		StoredAccounts stored = new StoredAccounts(store, names, Published.to(this.events), bus, departures);
		this.accounts = new Accounts(stored, store, names, new Guests(names, this.clock), new CountingEncoder(),
				this.database.transactions(), this.clock, Published.to(this.events), bus, departures);
		this.invites = new Invites(new InviteStore(this.database.client(), this.database.ids()), this.accounts,
				this.database.transactions(), this.clock, Published.to(this.events));
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@ParameterizedTest
	@EnumSource
	void makesTheFirstAdminWhoeverMaySignUp(SignUp allowed) {
		String secret = this.invites.inviteFirstAdmin().orElseThrow();
		assertThat(signUp(allowed, "ada", secret).role()).isEqualTo(Role.ADMIN);
		assertThat(this.invites.inviteFirstAdmin()).isEmpty();
	}

	@Test
	void makesNoSecondAdminOfTheSameLink() {
		String secret = this.invites.inviteFirstAdmin().orElseThrow();
		signUp(SignUp.OPEN, "ada", secret);
		assertRefused("invite.invalid", SignUp.OPEN, "grace", secret);
	}

	@Test
	void makesNoAdminAfterADay() {
		String secret = this.invites.inviteFirstAdmin().orElseThrow();
		this.clock.advance(Invites.FIRST_ADMIN.minus(MOMENT));
		assertThat(this.invites.find(new Secret(secret))).isPresent();
		this.clock.advance(MOMENT);
		assertRefused("invite.invalid", SignUp.OPEN, "ada", secret);
	}

	@Test
	void makesNoAdminOfTheLinkOfAnEarlierStart() {
		String first = this.invites.inviteFirstAdmin().orElseThrow();
		String second = this.invites.inviteFirstAdmin().orElseThrow();
		assertRefused("invite.invalid", SignUp.OPEN, "ada", first);
		signUp(SignUp.OPEN, "ada", second);
	}

	@Test
	void makesNoFirstAdminWhereThereIsOne() {
		String secret = this.invites.inviteFirstAdmin().orElseThrow();
		Account ada = signUp(SignUp.OPEN, "ada", null);
		this.accounts.changeRole(ada.id(), Role.ADMIN);
		assertRefused("invite.invalid", SignUp.OPEN, "grace", secret);
	}

	@Test
	void invitesAMemberOnce() {
		String secret = invitedBy(admin(), Duration.ofDays(1));
		assertThat(signUp(SignUp.INVITE, "grace", secret).role()).isEqualTo(Role.MEMBER);
		assertRefused("invite.invalid", SignUp.INVITE, "margaret", secret);
	}

	@Test
	void isNotUsedUpByANameThatIsTaken() {
		String secret = invitedBy(admin(), Duration.ofDays(1));
		assertRefused("name.taken", SignUp.INVITE, "ADA", secret);
		signUp(SignUp.INVITE, "grace", secret);
	}

	@Test
	void expires() {
		String secret = invitedBy(admin(), Duration.ofDays(1));
		this.clock.advance(Duration.ofDays(1));
		assertRefused("invite.invalid", SignUp.INVITE, "grace", secret);
	}

	@Test
	void canBeTakenBack() {
		User admin = admin();
		String secret = invitedBy(admin, Duration.ofDays(1));
		this.invites.revoke(this.invites.page(Long.MAX_VALUE, 1).get(0).id(), admin);
		assertRefused("invite.invalid", SignUp.INVITE, "grace", secret);
		assertThat(this.events).endsWith(new InviteRevoked(2, admin));
	}

	@Test
	void isListedWithWhoMadeItAndWhoUsedIt() {
		User ada = admin();
		String used = invitedBy(ada, Duration.ofDays(1));
		Account grace = signUp(SignUp.INVITE, "grace", used);
		invitedBy(ada, Duration.ofDays(2));
		assertThat(this.invites.page(Long.MAX_VALUE, 10)).extracting(Invitation::createdBy, Invitation::usedBy)
			.containsExactly(tuple("ada", null), tuple("ada", "grace"));
		this.accounts.delete(grace.id(), NOTHING);
		assertThat(this.invites.page(Long.MAX_VALUE, 10).get(1).usedBy()).isEqualTo("deleted-2");
	}

	@Test
	void isListedInPages() {
		User ada = admin();
		for (int i = 0; i < 3; i++) {
			invitedBy(ada, Duration.ofDays(1));
		}
		assertThat(this.invites.page(Long.MAX_VALUE, 2)).extracting(Invitation::id).containsExactly(4L, 3L);
		assertThat(this.invites.page(3, 2)).extracting(Invitation::id).containsExactly(2L);
	}

	@Test
	void isNeededWhereNotEverybodyMaySignUp() {
		assertRefused("sign-up.closed", SignUp.INVITE, "grace", null);
		assertRefused("sign-up.closed", SignUp.CLOSED, "grace", null);
		assertRefused("invite.invalid", SignUp.INVITE, "grace", "made up");
	}

	@Test
	void isWorthNothingWhereNobodyMaySignUp() {
		String secret = invitedBy(admin(), Duration.ofDays(1));
		assertRefused("sign-up.closed", SignUp.CLOSED, "grace", secret);
	}

	@Test
	void isKeptAsAHashOnly() {
		String secret = invitedBy(admin(), Duration.ofDays(1));
		assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
		assertThat(this.database.client().sql("select secret from invite").query(String.class).list())
			.doesNotContain(secret)
			.contains(new Secret(secret).hash());
	}

	private User admin() {
		return signUp(SignUp.OPEN, "ada", this.invites.inviteFirstAdmin().orElseThrow()).user();
	}

	private String invitedBy(User admin, Duration validity) {
		Secret secret = Secret.create();
		Invite invite = this.invites.create(secret, admin, validity);
		assertThat(this.events).endsWith(new InviteCreated(invite, admin));
		return secret.value();
	}

	private void assertRefused(String code, SignUp allowed, String name, String invitation) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> signUp(allowed, name, invitation))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	private Settings settings(SignUp allowed) {
		return new Settings(new SettingStore(this.database.client()), new SettingProperties(null, allowed, null),
				this.database.transactions(), Published.to(this.events), new TestBus());
	}

	private Account signUp(SignUp allowed, String name, String invitation) {
		return new SignUps(this.accounts, this.invites, settings(allowed)).signUp(new Username(name),
				new Password("correct horse"), invitation, null, (made) -> {
				});
	}

}
