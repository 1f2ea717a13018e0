package chat.hubbub.words;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTests {

	private static final Language FRENCH = new Language("fr",
			Map.of("language",
					Map.of("language.name", "français", "language.lang", "fr", "language.locale", "fr",
							"language.moment", "d MMMM uuuu HH:mm"),
					"refusals",
					Map.of("text.too-long", "Un texte a au plus {max} caractères.", "session.ended", "Fini.",
							"frame.malformed", "Trame malformée. {how}", "frame.body",
							"{kilobytes, plural, one {Un Kio} other {# Kio}} au plus.", "muted", "Jusqu''au {until}")),
			Languages.ENGLISH);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en | en", "en-US,en;q=0.9 | en", "fr;q=0.9, en-GB;q=0.5 | en" })
	void choosesTheFirstThatTheReaderKnows(String header, String tag) {
		assertThat(Languages.accepted(header)).map(Language::tag).contains(tag);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fr", "*", ";;;", "q=1", "zh\u0000CN", "a-b-c-d-e-f-g", "en;q=7" })
	void choosesNoneFromAHeaderThatNamesNone(String header) {
		assertThat(Languages.accepted(header)).isEmpty();
	}

	@Test
	void doesNotReadAnEndlessHeader() {
		assertThat(Languages.accepted("en,".repeat(1000))).isEmpty();
		assertThat(Languages.accepted(null)).isEmpty();
	}

	@Test
	void findsALanguageByItsTagOnly() {
		assertThat(Languages.named("en")).contains(Languages.ENGLISH);
		assertThat(Languages.named("../en")).isEmpty();
		assertThat(Languages.named(null)).isEmpty();
	}

	@Test
	void saysASentenceWithItsValues() {
		Phrase phrase = Phrase.of("text.too-long").with("max", 300);
		assertThat(phrase.in(Languages.ENGLISH)).isEqualTo("A text may have at most 300 characters.");
		assertThat(phrase.in(FRENCH)).isEqualTo("Un texte a au plus 300 caractères.");
	}

	@Test
	void saysASentenceInASentence() {
		Phrase phrase = Phrase.of("frame.malformed").with("how", Phrase.of("frame.body").with("kilobytes", 1L));
		assertThat(phrase.in(FRENCH)).isEqualTo("Trame malformée. Un Kio au plus.");
	}

	@Test
	void saysAMomentInUtc() {
		Phrase phrase = Phrase.of("muted").with("until", Instant.parse("2026-03-03T12:00:00Z"));
		assertThat(phrase.in(FRENCH)).isEqualTo("Jusqu'au 3 mars 2026 12:00");
	}

	@Test
	void saysInEnglishWhatALanguageLacks() {
		assertThat(Phrase.of("text.empty").in(FRENCH)).isEqualTo("A text must not be blank.");
	}

	@Test
	void showsAnUnknownKey() {
		assertThat(Phrase.of("poll.answer").in(FRENCH)).isEqualTo("poll.answer");
	}

	@Test
	void leavesAGivenTextAsItIs() {
		assertThat(Phrase.given("{braces} and 'quotes'").in(FRENCH)).isEqualTo("{braces} and 'quotes'");
	}

	@Test
	void readsTheFilesOfAnExtension(@TempDir Path jar) throws IOException {
		Path words = Files.createDirectory(jar.resolve("words"));
		Files.writeString(words.resolve("dice_en.properties"), "dice.sides = Too many sides\ntext.empty = Not mine");
		Files.writeString(words.resolve("dice_eo.properties"), "dice.sides = Tro da flankoj");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() },
				getClass().getClassLoader())) {
			Map<String, Map<String, Map<String, String>>> files = MessageFiles.read(loader);
			assertThat(files.get("en").get("dice")).containsEntry("dice.sides", "Too many sides");
			assertThat(files.get("eo").get("dice")).containsEntry("dice.sides", "Tro da flankoj");
			assertThat(files.get("en").get("refusals")).containsKey("text.empty");
		}
	}

	/** A name or a reason is no pattern. */
	@Test
	void showsAValueAsItIs() {
		Phrase phrase = Phrase.of("frame.malformed").with("how", "{max} '{'");
		assertThat(phrase.in(FRENCH)).isEqualTo("Trame malformée. {max} '{'");
	}

}
