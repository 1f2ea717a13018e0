package chat.hubbub.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Public members have Javadoc, except those that implement a documented method or that
 * only Spring calls.
 */
class DocumentedTests {

	private static final Pattern EXEMPT = Pattern.compile("\\t@(java\\.lang\\.)?(Override|Bean|\\w+Mapping)\\b.*");

	@Test
	void publicMembersAreDocumented() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(sources).hasSizeGreaterThan(100)
				.allSatisfy((source) -> assertThat(bare(read(source))).isEmpty());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\tpublic int count() {", "\t}\n\n\t@Nullable\n\tpublic String name() {",
			"\t/** Says why. */\n\tprivate int why;\n\n\tpublic static final int ONE = 1;" })
	void findsABareMember(String source) {
		assertThat(bare(source)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\t/** How many. */\n\tpublic int count() {", "\t@Override\n\tpublic String toString() {",
			"\t/**\n\t * The name.\n\t */\n\t@Nullable\n\tpublic String name() {" })
	void takesADocumentedMember(String source) {
		assertThat(bare(source)).isEmpty();
	}

	private static List<String> bare(String source) {
		List<String> bare = new ArrayList<>();
		String[] lines = source.split("\n");
		for (int i = 0; i < lines.length; i++) {
			if (lines[i].startsWith("\tpublic ") && !isDocumented(lines, i - 1)) {
				bare.add(lines[i].strip());
			}
		}
		return bare;
	}

	private static boolean isDocumented(String[] lines, int above) {
		int at = above;
		while (at >= 0 && lines[at].startsWith("\t@")) {
			if (EXEMPT.matcher(lines[at]).matches()) {
				return true;
			}
			at--;
		}
		return at >= 0 && lines[at].endsWith("*/");
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
