package chat.hubbub.account.token;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeleted;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.AccountStore;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.CountingEncoder;
import chat.hubbub.account.Departures;
import chat.hubbub.account.Guests;
import chat.hubbub.account.IllFormedPassword;
import chat.hubbub.account.Names;
import chat.hubbub.account.Password;
import chat.hubbub.account.PasswordChanged;
import chat.hubbub.account.PasswordChanging;
import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.StoredAccounts;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.Published;
import chat.hubbub.fixture.TestBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.core.Authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccessTokensTests {

	private static final Runnable NOTHING = () -> {
	};

	private static final Duration DAY = Duration.ofDays(1);

	private final FakeClock clock = new FakeClock();

	private final List<Object> events = new ArrayList<>();

	private Database database;

	private Accounts accounts;

	private AccessTokens tokens;

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
	void areTheirAccounts() {
		Account ada = signUp("ada");
		AccessToken token = create(ada, Secret.createToken());
		assertThat(this.tokens.holder(token)).contains(ada);
		assertThat(this.tokens.all()).containsExactly(token);
		assertThat(token.expiresAt()).isEqualTo(token.createdAt().plus(DAY));
	}

	@Test
	void areKeptAsHashesOnly() {
		Secret secret = Secret.createToken();
		create(signUp("ada"), secret);
		assertThat(secret.value()).startsWith("hub_").hasSize(47).satisfies(AccessToken::isOne);
		List<Map<String, Object>> rows = this.database.client().sql("select * from access_token").query().listOfRows();
		assertThat(rows).hasSize(1);
		assertThat(rows.toString()).contains(secret.hash()).doesNotContain(secret.value(), secret.value().substring(4));
	}

	@Test
	void areKnownAfterARestart() {
		Account ada = signUp("ada");
		Secret secret = Secret.createToken();
		AccessToken token = create(ada, secret);
		start();
		assertThat(this.tokens.find(secret)).contains(token);
		assertThat(this.tokens.holder(token)).contains(ada);
	}

	@Test
	void signInUnderTheNameOfTheirAccountOnly() {
		Secret secret = Secret.createToken();
		create(signUp("Ada"), secret);
		signUp("grace");
		for (String login : new String[] { "ada", "ADA", null }) {
			Authentication program = signIn(login, secret);
			assertThat(program.getName()).isEqualTo("Ada");
			assertThat(program.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_MEMBER", "TOKEN");
		}
		for (String login : new String[] { "grace", "nobody", "<b>", "", "аda" }) {
			assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn(login, secret));
		}
	}

	@Test
	void expire() {
		Secret secret = Secret.createToken();
		AccessToken token = create(signUp("ada"), secret);
		this.clock.advance(DAY.minusMillis(1));
		signIn("ada", secret);
		this.clock.advance(Duration.ofMillis(1));
		assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn("ada", secret));
		assertThat(this.tokens.holder(token)).isEmpty();
		assertThat(this.tokens.all()).isEmpty();
		this.tokens.expire();
		this.tokens.expire();
		assertThat(this.events).filteredOn(new TokenGone(token)::equals).hasSize(1);
	}

	@Test
	void canBeTakenBackByTheirOwnerAndByAdmins() {
		Account ada = signUp("ada");
		Account admin = signUp("grace");
		this.accounts.changeRole(admin.id(), Role.ADMIN);
		User grace = this.accounts.find(admin.id()).orElseThrow().user();
		Secret secret = Secret.createToken();
		AccessToken first = create(ada, secret);
		AccessToken second = create(ada, Secret.createToken());
		this.tokens.revoke(first.id(), ada.user());
		assertThat(this.events).endsWith(new TokenGone(first));
		assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn("ada", secret));
		this.tokens.revoke(second.id(), grace);
		assertThat(this.events).endsWith(new TokenGone(second));
		assertThat(this.tokens.all()).isEmpty();
		start();
		assertThat(this.tokens.all()).isEmpty();
	}

	@Test
	void cannotBeTakenBackByAnybodyElse() {
		AccessToken token = create(signUp("ada"), Secret.createToken());
		User grace = signUp("grace").user();
		assertThatExceptionOfType(TokenNotFound.class).isThrownBy(() -> this.tokens.revoke(token.id(), grace));
		assertThatExceptionOfType(TokenNotFound.class).isThrownBy(() -> this.tokens.revoke(77, grace));
		assertThat(this.tokens.all()).containsExactly(token);
	}

	@Test
	void haveNumbersThatAreNeverGivenTwice() {
		Account ada = signUp("ada");
		AccessToken first = create(ada, Secret.createToken());
		this.tokens.revoke(first.id(), ada.user());
		start();
		AccessToken second = create(ada, Secret.createToken());
		this.tokens.revoke(second.id(), ada.user());
		AccessToken third = create(ada, Secret.createToken());
		assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
		assertThat(this.database.client().sql("select count(*) from access_token").query(Integer.class).single())
			.isLessThanOrEqualTo(2);
	}

	@Test
	void areFiftyForAnAccountAtMost() {
		Account ada = signUp("ada");
		for (int i = 0; i < 50; i++) {
			create(ada, Secret.createToken());
		}
		assertThatExceptionOfType(TokenLimit.class).isThrownBy(() -> create(ada, Secret.createToken()));
		create(signUp("grace"), Secret.createToken());
		this.tokens.revoke(this.tokens.all().get(7).id(), ada.user());
		create(ada, Secret.createToken());
		this.clock.advance(DAY);
		create(ada, Secret.createToken());
		assertThat(this.tokens.all()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\nb", "\u0000", "\ud800" })
	void haveNames(String name) {
		Account ada = signUp("ada");
		assertThatExceptionOfType(IllFormedToken.class)
			.isThrownBy(() -> this.tokens.create(Secret.createToken(), ada, name, DAY));
		assertThatExceptionOfType(IllFormedToken.class)
			.isThrownBy(() -> this.tokens.create(Secret.createToken(), ada, "🐢".repeat(65), DAY));
		assertThat(this.tokens.create(Secret.createToken(), ada, " " + "🐢".repeat(64), DAY).name())
			.isEqualTo("🐢".repeat(64));
	}

	@Test
	void endWithThePassword() {
		Account ada = signUp("ada");
		Secret secret = Secret.createToken();
		AccessToken token = create(ada, secret);
		AccessToken graces = create(signUp("grace"), Secret.createToken());
		Account changed = this.accounts.changePassword(ada.id(), new Password("battery staple"), (account) -> {
		});
		assertThat(this.tokens.holder(token)).isEmpty();
		this.tokens.forget(new PasswordChanging(changed));
		this.tokens.forget(new PasswordChanged(changed));
		assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn("ada", secret));
		AccessToken next = create(changed, Secret.createToken());
		start();
		assertThat(this.tokens.all()).containsExactly(next, graces);
	}

	@Test
	void endWithTheAccount() {
		Account ada = signUp("ada");
		Secret secret = Secret.createToken();
		AccessToken token = create(ada, secret);
		this.accounts.delete(ada.id(), NOTHING);
		assertThat(this.tokens.holder(token)).isEmpty();
		assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn("ada", secret));
		this.tokens.forget(new AccountDeleted(ada));
		this.tokens.delete(new AccountDeparting(ada));
		signUp("ada");
		start();
		assertThat(this.tokens.find(secret)).isEmpty();
		assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn("ada", secret));
	}

	@Test
	void areNoPasswords() {
		assertThatExceptionOfType(IllFormedPassword.class).isThrownBy(() -> new Password(Secret.createToken().value()));
		assertThat(new Password("hub_and spoke").value()).isEqualTo("hub_and spoke");
	}

	private Account signUp(String name) {
		return this.accounts.signUp(new Username(name), new Password("correct horse"), Role.MEMBER, null, (account) -> {
		});
	}

	/** As if the server had died between the two. */
	@Test
	void takesBackWhatANewPasswordOrADeletionLeftBehind() {
		Account ada = signUp("ada");
		create(ada, Secret.createToken());
		this.accounts.changePassword(ada.id(), new Password("battery staple"), (changed) -> {
		});
		start();
		assertThat(this.database.client().sql("select count(*) from access_token").query(Integer.class).single())
			.isZero();
	}

	@Test
	void giveNoNumberTwice() {
		Account ada = signUp("ada");
		long first = create(ada, Secret.createToken()).id();
		this.accounts.changePassword(ada.id(), new Password("battery staple"), (changed) -> {
		});
		start();
		assertThat(create(this.accounts.find(ada.id()).orElseThrow(), Secret.createToken()).id()).isGreaterThan(first);
	}

	private AccessToken create(Account account, Secret secret) {
		return this.tokens.create(secret, account, "bot", DAY);
	}

	private Authentication signIn(String login, Secret secret) {
		return new TokenAuthenticator(this.tokens, new TestBus()).authenticate(new TokenAttempt(login, secret));
	}

	private void start() {
		Names names = new Names();
		AccountStore store = new AccountStore(this.database.client(), this.database.ids());
		TestBus bus = new TestBus();
		Departures departures = new Departures(store, names, this.database.transactions(), this.clock, this.events::add,
				bus);
		StoredAccounts stored = new StoredAccounts(store, names, Published.to(this.events), bus, departures);
		this.accounts = new Accounts(stored, store, names, new Guests(names, this.clock), new CountingEncoder(),
				this.database.transactions(), this.clock, Published.to(this.events), bus, departures);
		this.tokens = new AccessTokens(new AccessTokenStore(this.database.client(), this.database.ids()), this.accounts,
				this.database.transactions(), this.clock, Published.to(this.events), bus);
	}

}
