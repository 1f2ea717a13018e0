package chat.hubbub.preview;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaptionTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "Tea, Tea", "`  Earl\\n\\t Grey\\r\\n`, Earl Grey", "`a\\u00a0\\u2003b\\u2028c`, a b c",
					"`photo\\u202Egpj.exe`, photogpj.exe", "`\\u2066a\\u2069\\u200Fb\\u061Cc`, abc",
					"`a\\u0000b\\u0007c`, a b c", "`\\ud83d tea \\ude00`, tea", "`\\ufeffTea\\u200b`, Tea",
					"`a\\u0308`, ä", "`👨\\u200d👩\\u200d👧 می\\u200cخواهم`, `👨\\u200d👩\\u200d👧 می\\u200cخواهم`" })
	void isOneLineThatCanBeSeen(String text, String caption) {
		assertThat(Caption.of(unescaped(text), 300)).isEqualTo(unescaped(caption));
	}

	/** The escapes of Java. */
	private static String unescaped(String text) {
		return Pattern.compile("\\\\u([0-9a-fA-F]{4})")
			.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
			.translateEscapes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t", "\u202E\u200B", "\u0000" })
	void isAbsentIfNothingCanBeSeen(String text) {
		assertThat(Caption.of(text, 300)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "ä", "茶", "😀", "a😀" })
	void isCutToItsBytesBetweenCharacters(String part) {
		for (int most = 4; most < 30; most++) {
			String caption = Caption.of(part.repeat(100_000), most);
			assertThat(caption).isNotNull().endsWith("…").doesNotContain("\ufffd");
			assertThat(caption.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(most - 3, most);
			assertThat(new String(caption.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(caption);
		}
	}

	@Test
	void staysWholeIfItFits() {
		assertThat(Caption.of("茶".repeat(10), 30)).isEqualTo("茶".repeat(10));
	}

}
