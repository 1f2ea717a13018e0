package chat.hubbub.account;

import java.nio.file.Path;

import chat.hubbub.account.invite.InviteInvalid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static chat.hubbub.account.TestAccounts.NOTHING;
import static chat.hubbub.account.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccountsTests {

	private TestAccounts server;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.server = new TestAccounts(folder);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void signsUp() {
		Account ada = this.server.signUp("Ada");
		assertThat(ada.username()).isEqualTo(new Username("Ada"));
		assertThat(this.server.accounts().find(ada.id())).contains(ada);
		assertThat(this.server.events()).isEmpty();
	}

	@Test
	void knowsItsAccountsAfterARestart() {
		Account ada = this.server.signUp("ada");
		this.server.accounts().changeRole(ada.id(), Role.ADMIN);
		this.server.accounts().changePassword(ada.id(), new Password("battery staple"), (account) -> {
		});
		this.server.start();
		assertThat(this.server.accounts().find(ada.id()))
			.contains(new Account(ada.id(), ada.username(), Role.ADMIN, 1));
		assertThat(this.server.passwords().authenticate("ada", "battery staple").id()).isEqualTo(ada.id());
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("ADA"));
	}

	@Test
	void authenticatesWhateverTheCaseOfTheName() {
		Account ada = this.server.signUp("Ada");
		assertThat(this.server.passwords().authenticate("aDA", PASSWORD)).isEqualTo(ada);
	}

	@ParameterizedTest
	@CsvSource({ "ada, wrong horse", "ada, ''", "grace, correct horse", "<ada>, correct horse", "'', ''",
			"аda, correct horse" })
	void refusesInTheSameWordsAndWithTheSameWork(String name, String password) {
		this.server.signUp("ada");
		this.server.encoder().matched();
		SignInFailed refusal = catchThrowableOfType(SignInFailed.class,
				() -> this.server.passwords().authenticate(name, password));
		assertThat(refusal.sentence()).isEqualTo(new SignInFailed().sentence()).doesNotContain("ada");
		assertThat(this.server.encoder().matched()).isEqualTo(1);
	}

	@Test
	void neverTakesThePasswordOfNobody() {
		assertThatExceptionOfType(SignInFailed.class)
			.isThrownBy(() -> this.server.passwords().authenticate("grace", "no password"));
	}

	@Test
	void keepsNothingOfASignUpThatFails() {
		assertThatExceptionOfType(InviteInvalid.class).isThrownBy(() -> this.server.accounts()
			.signUp(new Username("ada"), new Password(PASSWORD), Role.MEMBER, null, (account) -> {
				throw new InviteInvalid();
			}));
		this.server.start();
		Account ada = this.server.signUp("ada");
		assertThat(this.server.accounts().page(0, 10)).extracting(Registered::id).containsExactly(ada.id());
	}

	@Test
	void changesAPasswordAndTheEpoch() {
		Account ada = this.server.signUp("ada");
		BrowserMember before = BrowserMember.of(ada);
		assertThat(this.server.accounts().find(before)).contains(ada);
		Account changed = this.server.accounts().changePassword(ada.id(), new Password("battery staple"), (account) -> {
		});
		assertThat(this.server.accounts().find(before)).isEmpty();
		assertThat(this.server.accounts().find(BrowserMember.of(changed))).contains(changed);
		assertThatExceptionOfType(SignInFailed.class)
			.isThrownBy(() -> this.server.passwords().authenticate("ada", PASSWORD));
		assertThat(this.server.events()).endsWith(new PasswordChanged(changed));
	}

	@Test
	void tellsWhoChangedARoleAndWhatItWas() {
		Account ada = this.server.signUp("ada");
		Account grace = this.server.signUp("grace");
		this.server.accounts().changeRole(ada.id(), Role.ADMIN);
		this.server.accounts().changeRole(grace.id(), Role.ADMIN, ada.user());
		assertThat(this.server.events()).endsWith(new RoleChanged(ada.withRole(Role.ADMIN), Role.MEMBER),
				new RoleChanged(grace.withRole(Role.ADMIN), Role.MEMBER));
		int told = this.server.events().size();
		this.server.accounts().changeRole(grace.id(), Role.ADMIN, ada.user());
		assertThat(this.server.events()).hasSize(told);
		assertThatExceptionOfType(AccountNotFound.class)
			.isThrownBy(() -> this.server.accounts().changeRole(7, Role.ADMIN, ada.user()));
	}

	@Test
	void areListedInPagesTheEldestFirst() {
		Account ada = this.server.signUp("ada");
		Account grace = this.server.signUp("grace");
		Account linus = this.server.signUp("linus");
		this.server.accounts().delete(grace.id(), NOTHING);
		Registered first = Registered.of(ada.id(), "ada", Role.MEMBER, this.server.clock().instant());
		assertThat(this.server.accounts().page(0, 1)).containsExactly(first);
		assertThat(this.server.accounts().page(ada.id(), 5)).extracting(Registered::id).containsExactly(linus.id());
	}

}
