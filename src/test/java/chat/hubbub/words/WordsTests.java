package chat.hubbub.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.Topic;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The message files agree with each other and with the code. A failure says what to add
 * to which file.
 */
class WordsTests {

	private static final Map<String, Map<String, Map<String, String>>> FILES = MessageFiles
		.read(WordsTests.class.getClassLoader());

	private static final Map<String, Map<String, String>> ENGLISH = FILES.get("en");

	static Collection<String> others() {
		return FILES.keySet().stream().filter((tag) -> !tag.equals("en")).toList();
	}

	@ParameterizedTest
	@MethodSource("others")
	void everyLanguageHasAllSentences(String tag) {
		ENGLISH.forEach((area, sentences) -> {
			String file = "words/" + area + "_" + tag + ".properties";
			Map<String, String> own = FILES.get(tag).getOrDefault(area, Map.of());
			if (area.equals("language") && own.isEmpty()) {
				// A translation that is not offered yet.
				return;
			}
			assertThat(without(sentences.keySet(), own.keySet()))
				.as("Translate these keys of words/%s_en.properties in %s.", area, file)
				.isEmpty();
			assertThat(without(own.keySet(), sentences.keySet()))
				.as("Remove these keys from %s: English does not have them.", file)
				.isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("others")
	void everySentenceHasTheArgumentsOfTheEnglishOne(String tag) {
		FILES.get(tag).forEach((area, sentences) -> sentences.forEach((key, sentence) -> {
			Arguments own = Arguments.of(area, sentence);
			Arguments english = Arguments.of(area, ENGLISH.getOrDefault(area, Map.of()).getOrDefault(key, sentence));
			assertThat(english.names()).as("%s in words/%s_%s.properties may have only these arguments", key, area, tag)
				.containsAll(own.names());
			assertThat(own.names()).as("%s in words/%s_%s.properties must show the same values", key, area, tag)
				.containsAll(english.shown());
		}));
	}

	@Test
	void everySentenceCanBeParsed() {
		ENGLISH.forEach((area, sentences) -> sentences.forEach((key, sentence) -> Arguments.of(area, sentence)));
	}

	/** Of two lines with one key, only the last would count. */
	@Test
	void noFileHasAKeyTwice() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:words/*.properties");
		assertThat(files).isNotEmpty();
		for (Resource file : files) {
			List<String> keys = file.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> line.contains(" = ") && !line.startsWith("#"))
				.map((line) -> line.substring(0, line.indexOf(" = ")))
				.toList();
			assertThat(keys).as("words/%s", file.getFilename()).isNotEmpty().doesNotHaveDuplicates();
		}
	}

	@Test
	void noTwoAreasHaveTheSameKey() {
		Map<String, String> areas = new HashMap<>();
		ENGLISH.forEach((area, sentences) -> sentences.keySet()
			.forEach((key) -> assertThat(areas.put(key, area)).as("another area with the key %s", key).isNull()));
	}

	/** They are not translated. */
	@Test
	void whatIsStoredOfTheLobbyIsTheSameInEveryLanguage() {
		FILES.forEach((tag, areas) -> {
			Map<String, String> page = areas.getOrDefault("page", Map.of());
			assertThat(page.getOrDefault("lobby.title.stored", Topic.lobby().title())).isEqualTo(Topic.lobby().title());
			assertThat(page.getOrDefault("lobby.description.stored", Topic.lobby().description()))
				.isEqualTo(Topic.lobby().description());
		});
		assertThat(ENGLISH.get("page")).containsKeys("lobby.title.stored", "lobby.description.stored");
	}

	@Test
	void everySentenceIsUsed() {
		Usage usage = Usage.inSources();
		Set<String> unused = new TreeSet<>();
		ENGLISH.forEach((area, sentences) -> sentences.keySet()
			.stream()
			.filter((key) -> !area.equals("language") && !usage.has(key))
			.forEach((key) -> unused.add("words/" + area + "_*.properties: " + key)));
		assertThat(unused).as("Remove these keys: no code uses them.").isEmpty();
	}

	@Test
	void everyUsedSentenceExists() {
		Map<String, String> missing = new TreeMap<>(Usage.inSources().called());
		ENGLISH.values().forEach((sentences) -> missing.keySet().removeAll(sentences.keySet()));
		assertThat(missing)
			.as("Add these keys to src/main/resources/words, in English and Chinese: docs/architecture.md says where.")
			.isEmpty();
	}

	@Test
	void templatesTakeTheirWordsFromTheFiles() {
		assertThat(Usage.plainWords("src/main/resources/templates", Usage::wordsOfTemplate))
			.as("Move these words to words/markup_en.properties and words/markup_zh.properties, and write [[#{key}]] or"
					+ " th:title=\"#{key}\" in their place.")
			.isEmpty();
		assertThat(Usage.wordsOfTemplate("<p title=\"Send\">[[#{key}]] <b>now</b> <kbd>Esc</kbd></p>"))
			.containsExactlyInAnyOrder("Send", "now");
	}

	@Test
	void scriptsTakeTheirWordsFromTheFiles() {
		assertThat(Usage.plainWords("frontend/src", Usage::wordsOfScript))
			.as("Move these words to words/page_en.properties and words/page_zh.properties, and write say('key') in"
					+ " their place.")
			.isEmpty();
		assertThat(Usage.wordsOfScript("""
				button('Try again', 'Enter', `Reply to ${name}`, say('reply.act'), 'class', '#a .b'); // 'Not this'"""))
			.containsExactlyInAnyOrder("Try again", "Reply to x");
	}

	/** A sentence in the code would be English for everybody. */
	@Test
	void refusalsTakeTheirSentencesFromTheFiles() throws NoSuchMethodException {
		JavaClasses server = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("chat.hubbub");
		ArchRuleDefinition.noClasses()
			.should()
			.callConstructor(Refusal.class, Refusal.Kind.class, String.class, String.class)
			.because("the sentence belongs into words/refusals_en.properties and words/refusals_zh.properties: pass"
					+ " Phrase.of(key) instead, or nothing if the code is the key")
			.check(server);
	}

	private static Set<String> without(Set<String> keys, Set<String> others) {
		Set<String> rest = new TreeSet<>(keys);
		rest.removeAll(others);
		return rest;
	}

	@Test
	void aRunFindsTheFiles() {
		assertThat(Stream.of("language", "refusals", "page")).allMatch(ENGLISH::containsKey);
		assertThat(List.copyOf(others())).contains("zh");
	}

	/**
	 * The arguments of a sentence.
	 *
	 * @param names the names of all
	 * @param shown the names of those whose value is shown as it is. Another language may
	 * not need a plural.
	 */
	private record Arguments(Set<String> names, Set<String> shown) {

		static Arguments of(String area, String sentence) {
			Set<String> names = new TreeSet<>();
			Set<String> shown = new TreeSet<>();
			// The facts about a language are no patterns.
			MessagePattern pattern = new MessagePattern(area.equals("language") ? "" : sentence);
			for (int i = 0; i < pattern.countParts(); i++) {
				if (pattern.getPartType(i) == Part.Type.ARG_NAME) {
					String name = pattern.getSubstring(pattern.getPart(i));
					names.add(name);
					if (pattern.getPart(i - 1).getArgType() == ArgType.NONE) {
						shown.add(name);
					}
				}
			}
			return new Arguments(names, shown);
		}

	}

}
