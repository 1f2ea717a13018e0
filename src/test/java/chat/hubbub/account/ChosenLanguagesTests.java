package chat.hubbub.account;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChosenLanguagesTests {

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
	void areThoseOfAccountsAndGoWithThem() {
		Account ada = this.server.signUp("ada");
		Account grace = this.server.signUp("grace");
		ChosenLanguages languages = this.server.languages();
		assertThat(languages.of(ada.id())).isEmpty();
		assertThat(languages.of(null)).isEmpty();
		languages.choose(ada.id(), "zh");
		languages.choose(grace.id(), "en");
		assertThat(languages.of(ada.id()).orElseThrow().tag()).isEqualTo("zh");
		assertThat(languages.of(grace.id()).orElseThrow().tag()).isEqualTo("en");
		this.server.accounts().delete(ada.id(), TestAccounts.NOTHING);
		assertThat(languages.of(ada.id())).isEmpty();
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(() -> languages.choose(ada.id(), "zh"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "xx", "zh; path=/", "ZH" })
	void areThoseOfTheServer(String tag) {
		Account ada = this.server.signUp("ada");
		assertThatExceptionOfType(LanguageUnknown.class)
			.isThrownBy(() -> this.server.languages().choose(ada.id(), tag));
		assertThat(this.server.languages().of(ada.id())).isEmpty();
	}

}
