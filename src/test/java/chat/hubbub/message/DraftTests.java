package chat.hubbub.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DraftTests {

	private static final String WAVE = "👋";

	@Test
	void keepsTheTextAsItIs() {
		assertThat(new Draft("  Hello\n", null).text()).isEqualTo("  Hello\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\r\n", "\u2003" })
	void refusesATextOfBlanksOnly(String text) {
		assertRefused(text, null, "text.empty");
	}

	@Test
	void countsCodePoints() {
		assertThat(new Draft(WAVE.repeat(Draft.MAX_LENGTH), null).text()).isEqualTo(WAVE.repeat(Draft.MAX_LENGTH));
		assertRefused(WAVE.repeat(Draft.MAX_LENGTH) + "a", null, "text.too-long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\uD83Dz", "a\uDC4B", "\uDC4B\uD83D" })
	void refusesCharactersThatCannotBeStored(String text) {
		assertRefused(text, null, "text.ill-formed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "!~", "0190f5a4-7d1e-7c3a-9f00-2f1c0b7a9a11" })
	void takesPrintableIds(String id) {
		assertThat(new Draft("Hello", id).id()).isEqualTo(id);
	}

	@Test
	void takesAnIdOf64CharactersAndNoMore() {
		assertThat(new Draft("Hello", "i".repeat(64)).id()).hasSize(64);
		assertRefused("Hello", "i".repeat(65), "id.ill-formed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "é", "a\n" })
	void refusesIdsThatAreNotPrintableAscii(String id) {
		assertRefused("Hello", id, "id.ill-formed");
	}

	private static void assertRefused(String text, String id, String code) {
		assertThatExceptionOfType(IllFormedDraft.class).isThrownBy(() -> new Draft(text, id))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
