package chat.hubbub.account.provider;

import chat.hubbub.account.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GivenNameTests {

	@ParameterizedTest
	@CsvSource({ "ada, ada", "ada@example.org, ada example.org", "' Ada  Lovelace ', Ada Lovelace",
			"Grace <Hopper>!, Grace Hopper", "Ａda, Ada", "O'Neill, O Neill", "Ольга, Ольга", "\u0301ada, ada",
			"a\u1160da, ada", "x\u0301\u0302\u0303y, x\u0301\u0302y" })
	void keepsWhatANameMayHave(String text, String name) {
		assertThat(GivenName.of(text)).contains(new Username(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "<>", "🐢", "\u0301", "\u0000", "…", "\u1160" })
	void takesTheNextWhereThereIsNothingInIt(String text) {
		assertThat(GivenName.of(text)).isEmpty();
		assertThat(GivenName.of(null, text, "ada", "grace")).contains(new Username("ada"));
	}

	@Test
	void shortensWhatIsTooLong() {
		assertThat(GivenName.of("a".repeat(10_000))).contains(new Username("a".repeat(32)));
		assertThat(GivenName.of("ab ".repeat(100))).isPresent();
	}

}
