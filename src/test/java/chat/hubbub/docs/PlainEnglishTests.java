package chat.hubbub.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documentation, comments, refusals and log lines are in plain English. These tests find
 * only the constructions that a pattern can find: clauses as subjects, and old-fashioned
 * pronouns and conjunctions.
 */
class PlainEnglishTests {

	private static final Pattern HARD = Pattern.compile("""
			\\b([Ww]ho(m?)ever|[Ll]est|[Nn]obody)\\b\
			|(?<=^|[.:;!?|] |\\* |\"|// |# )(Who|What|Whatever)\\b\
			|@(param \\S+|return|throws \\S+) (who|what|whatever|none)\\b\
			|, for (it|he|they|that|this|what|nothing)\\b\
			|\\b(is|has) none\\b""", Pattern.MULTILINE);

	/** Group 1 is a string literal, group 2 a comment. */
	private static final Pattern TEXTS = Pattern.compile(
			"\"\"\".*?\"\"\"|(\"(?:[^\"\\\\\\n]|\\\\.)*\")|'(?:[^'\\\\\\n]|\\\\.)+'|(/\\*.*?\\*/|//[^\\n]*)",
			Pattern.DOTALL);

	private static final Pattern SCRIPT = Pattern.compile("#.*|\\b(echo|fail|step) \"[^\"\\n]*\"");

	private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`\\n]+`|<[^>\\n]+>",
			Pattern.DOTALL | Pattern.MULTILINE);

	@Test
	void documentationIsPlain() throws IOException {
		List<Path> pages = Stream.concat(Stream.of(Path.of("README.md")), files(Path.of("docs"), ".md")).toList();
		assertThat(pages).hasSizeGreaterThan(4);
		assertThat(pages).allSatisfy((page) -> assertThat(hard(CODE.matcher(read(page)).replaceAll("x"))).isEmpty());
	}

	@Test
	void commentsAndSentencesArePlain() throws IOException {
		List<Path> sources = files(Path.of("src/main/java"), ".java").toList();
		assertThat(sources).hasSizeGreaterThan(100);
		assertThat(sources).allSatisfy((source) -> assertThat(hard(texts(read(source)))).isEmpty());
	}

	@Test
	void refusalsArePlain() {
		String refusals = read(Path.of("src/main/resources/words/refusals_en.properties"));
		assertThat(refusals).contains("\nright.missing = ");
		assertThat(hard(refusals.replaceAll("(?m)^[a-z.-]+ = ", ""))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "src/test/java", "src/bench/java" })
	void commentsOfTestsAndOfTheBenchmarkArePlain(Path folder) throws IOException {
		List<Path> sources = files(folder, ".java").toList();
		assertThat(sources).hasSizeGreaterThan(30);
		assertThat(sources).allSatisfy((source) -> assertThat(hard(comments(read(source)))).isEmpty());
	}

	@Test
	void scriptsArePlain() throws IOException {
		List<Path> scripts = Stream
			.of(Stream.of(Path.of(".ci/run")), files(Path.of("findings"), ".sh"), files(Path.of("src/bench"), ".sh"))
			.flatMap((some) -> some)
			.toList();
		assertThat(scripts).hasSizeGreaterThan(5);
		assertThat(scripts).allSatisfy((script) -> assertThat(hard(lines(read(script)))).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "# What a start costs.", "step \"Nobody waits\" wait",
			"  fail \"It is lost, for it was late.\"" })
	void findsWhatIsHardToReadInAScript(String script) {
		assertThat(hard(lines(script))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/** Who has no account is a guest. */", "/** What to compare. */",
			"// For whoever it concerns.", "/** Kept short, lest it fills the log. */", "// @param user who",
			"// It waits, for it cannot go on.", "throw new Refusal(\"Nobody with an account has that name.\");",
			"// A body that is none." })
	void findsWhatIsHardToRead(String source) {
		assertThat(hard(texts(source))).isNotEmpty();
	}

	private static List<String> hard(String text) {
		return HARD.matcher(text)
			.results()
			.map((hit) -> text.substring(Math.max(0, hit.start() - 30), Math.min(text.length(), hit.end() + 30)))
			.toList();
	}

	private static String texts(String source) {
		StringBuilder texts = new StringBuilder();
		Matcher text = TEXTS.matcher(source);
		while (text.find()) {
			texts.append(sentence(text)).append('\n');
		}
		return texts.toString();
	}

	private static String comments(String source) {
		return TEXTS.matcher(source)
			.results()
			.filter((text) -> text.group(2) != null)
			.map(PlainEnglishTests::sentence)
			.collect(Collectors.joining("\n"));
	}

	/** The comments of a script, and the sentences that it prints. */
	private static String lines(String script) {
		return SCRIPT.matcher(script).results().map(MatchResult::group).collect(Collectors.joining("\n"));
	}

	private static String sentence(MatchResult text) {
		if (text.group(2) != null) {
			return text.group(2)
				.replaceAll("\\s*\\n\\s*\\*", " ")
				.replaceAll("\\s+", " ")
				.replaceAll("\\{@\\w+ [^}]*}", "x");
		}
		return (text.group(1) != null) ? text.group(1) : "";
	}

	private static Stream<Path> files(Path folder, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).toList().stream();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
