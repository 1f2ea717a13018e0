package chat.hubbub.message;

import com.ibm.icu.lang.CharacterProperties;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmojiTests {

	@Test
	void takesEachEmojiOfUnicodeInAnySpelling() {
		UnicodeSet all = CharacterProperties.getBinaryPropertySet(UProperty.RGI_EMOJI);
		int seen = 0;
		for (String emoji : all) {
			assertThat(new Emoji(emoji).value()).isEqualTo(emoji);
			assertThat(new Emoji(emoji.replace("\uFE0F", "")).value()).isEqualTo(emoji);
			seen++;
		}
		assertThat(seen).isGreaterThan(3_900);
	}

	@ParameterizedTest
	@CsvSource({ "👍, 👍", "👍️, 👍", "❤, ❤️", "❤️, ❤️", "1⃣, 1️⃣", "🏳‍🌈, 🏳️‍🌈", "☝🏿, ☝🏿",
			"👩🏻‍❤‍💋‍👨🏿, 👩🏻‍❤️‍💋‍👨🏿", "🇨🇳, 🇨🇳", "🏴󠁧󠁢󠁳󠁣󠁴󠁿, 🏴󠁧󠁢󠁳󠁣󠁴󠁿" })
	void spellsEachEmojiInOneWay(String sent, String stored) {
		assertThat(new Emoji(sent).value()).isEqualTo(stored);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "1", "#", "👍👍", "👍 ", "🇨", "‍", "👍‍👎", "️", ":+1:", "<b>", "\u202E👍",
			"\uD83D" })
	void refusesAnythingElse(String text) {
		assertThatExceptionOfType(NotAnEmoji.class).isThrownBy(() -> new Emoji(text));
		assertThatExceptionOfType(NotAnEmoji.class).isThrownBy(() -> new Emoji("👍".repeat(100_000)));
	}

}
