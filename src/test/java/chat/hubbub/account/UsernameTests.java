package chat.hubbub.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UsernameTests {

	// A letter outside the basic plane: one code point, two chars.
	private static final String GOTHIC_AHSA = "\uD800\uDF30";

	@ParameterizedTest
	@ValueSource(strings = { "ada", "Grace Hopper", "李明", "Ольга", "ليلى", "हिन्दी", "a-b_c.d", "7", "-", "_x_", "٣" })
	void takesLettersOfAnyScript(String name) {
		assertThat(new Username(name).value()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t", "ada  lovelace", "ada\nlovelace", "ada\u0000", "ada:", "<b>", "a/b", "a,b",
			"ada\u200B", "ada\u202E", "\u0301ada", "ada \u0301x", "👋", "a\uD800" })
	void refusesWhatIsNoName(String name) {
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> new Username(name))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("name.ill-formed"));
	}

	@ParameterizedTest
	@CsvSource({ "ａｄａ, ada", "ﬁona, fiona", "'  ada ', ada", "ada\u00A0king, ada king" })
	void normalisesCompatibleCharacters(String typed, String name) {
		assertThat(new Username(typed).value()).isEqualTo(name);
	}

	@Test
	void composesMarks() {
		assertThat(new Username("Jose\u0301").value()).isEqualTo("Jos\u00E9");
	}

	@Test
	void countsCodePoints() {
		String longest = GOTHIC_AHSA.repeat(Username.MAX_LENGTH);
		assertThat(new Username(longest).value()).isEqualTo(longest);
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> new Username(longest + "a"));
	}

	@Test
	void countsAfterNormalising() {
		String typed = "e\u0301".repeat(Username.MAX_LENGTH);
		assertThat(new Username(typed).value()).hasSize(Username.MAX_LENGTH);
	}

	@Test
	void refusesEndlessBlanksAroundAName() {
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> new Username(" ".repeat(254) + "ada"));
	}

	@ParameterizedTest
	@CsvSource({ "Ada, ADA", "ÉMILE, émile", "STRASSE, straße", "ΣΟΦΟΣ, σοφος" })
	void sharesItsKeyWithEveryCaseOfItself(String one, String other) {
		assertThat(new Username(one).key()).isEqualTo(new Username(other).key());
	}

	@Test
	void keepsDifferentNamesApart() {
		assertThat(new Username("ada").key()).isNotEqualTo(new Username("adá").key());
	}

	@Test
	void numbersAName() {
		assertThat(new Username("ada").numbered(2)).isEqualTo(new Username("ada-2"));
	}

	@Test
	void shortensALongNameByCodePointsToNumberIt() {
		Username longest = new Username(GOTHIC_AHSA.repeat(Username.MAX_LENGTH));
		assertThat(longest.numbered(10).value()).isEqualTo(GOTHIC_AHSA.repeat(29) + "-10");
	}

	@Test
	void leavesNoSpaceBeforeTheNumberOfAShortenedName() {
		assertThat(new Username("a".repeat(29) + " bc").numbered(2).value()).isEqualTo("a".repeat(29) + "-2");
	}

	@Test
	void showsItsValue() {
		assertThat(new Username("Ada")).hasToString("Ada");
	}

}
