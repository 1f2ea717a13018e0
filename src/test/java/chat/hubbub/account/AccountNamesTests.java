package chat.hubbub.account;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static chat.hubbub.account.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccountNamesTests {

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
	void givesAnAccountAKeyThatNoGuestCanHave() {
		String key = this.server.signUp("ada").user().login();
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> new Username(key));
	}

	@Test
	void hashesBeforeItLooksAtTheName() {
		this.server.signUp("ada");
		this.server.guests().enter(new Username("grace"), "c1");
		this.server.encoder().encoded();
		for (String name : List.of("ada", "grace", "deleted-3", "аda", "margaret")) {
			catchThrowableOfType(NameTaken.class, () -> this.server.signUp(name));
			assertThat(this.server.encoder().encoded()).as(name).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "ADA", "аda", "аdа", "Αda" })
	void refusesANameThatLooksLikeAnAccounts(String name) {
		this.server.signUp("ada");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp(name));
		assertThatExceptionOfType(NameTaken.class)
			.isThrownBy(() -> this.server.guests().claim(new Username(name), "browser"));
	}

	@Test
	void refusesANameThatLooksLikeAnAccountsInCapitals() {
		this.server.signUp("BOB");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("ВОВ"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "adam", "ad", "adá", "Ольга" })
	void takesANameThatLooksDifferent(String name) {
		this.server.signUp("ada");
		assertThat(this.server.signUp(name).username().value()).isEqualTo(name);
	}

	@Test
	void refusesTheNameOfAGuestWhoIsOnline() {
		this.server.guests().enter(new Username("ada"), "c1");
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("ada"));
		this.server.guests().disconnect("c1");
		this.server.signUp("ada");
	}

	@Test
	void letsAGuestKeepTheName() {
		this.server.guests().claim(new Username("ada"), "browser");
		Account ada = this.server.accounts()
			.signUp(new Username("ada"), new Password(PASSWORD), Role.MEMBER, "browser", (account) -> {
			});
		assertThat(ada.username().value()).isEqualTo("ada");
	}

	@Test
	void numbersAGuestWithTheNameOfAnAccount() {
		this.server.signUp("ada");
		assertThat(this.server.guests().enter(new Username("ada"), "c1").getName()).isEqualTo("ada-2");
		assertThat(this.server.guests().enter(new Username("аda"), "c2").getName()).isEqualTo("аda-3");
		assertThat(this.server.guests().enter(new Username("ada"), "c3").getName()).isEqualTo("ada-4");
	}

}
