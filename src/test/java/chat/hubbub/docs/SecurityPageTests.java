package chat.hubbub.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each test that docs/security.md names is there. */
class SecurityPageTests {

	private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+Tests)`");

	private static final Markdown PAGE = new Markdown("docs/security.md");

	@Test
	void namesTestsThatAreThere() throws IOException {
		Set<String> named = named(PAGE.text());
		assertThat(named).hasSizeGreaterThan(30);
		assertThat(tests()).containsAll(named);
	}

	@Test
	void aTestThatIsNotThereIsFound() throws IOException {
		assertThat(tests()).doesNotContainAnyElementsOf(named("| a promise | `NoSuchIntegrationTests` |"));
	}

	/** Each promise names a test. */
	@Test
	void showsEachPromise() {
		List<String> rows = PAGE.text()
			.lines()
			.dropWhile((line) -> !line.startsWith("| promise |"))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"))
			.toList();
		assertThat(rows).hasSizeGreaterThan(20).allMatch((row) -> NAME.matcher(row).find());
	}

	private static Set<String> named(String text) {
		Set<String> names = new TreeSet<>();
		NAME.matcher(text).results().forEach((match) -> names.add(match.group(1)));
		return names;
	}

	private static Set<String> tests() throws IOException {
		Set<String> tests = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith("Tests.java"))
				.forEach((name) -> tests.add(name.replace(".java", "")));
		}
		return tests;
	}

}
