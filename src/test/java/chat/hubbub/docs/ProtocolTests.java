package chat.hubbub.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProtocolTests {

	private static final Pattern CODE = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");

	/** A key of the message files is no code. */
	private static final Pattern KEY = Pattern.compile("Phrase\\.of\\(\"[^\"]+\"\\)");

	@Test
	void namesEveryCodeOfARefusal() throws IOException {
		String page = Files.readString(Path.of("docs/protocol.md"));
		Set<String> codes = codes();
		assertThat(codes).contains("reader.slow", "text.empty").hasSizeGreaterThan(20);
		assertThat(codes).allSatisfy((code) -> assertThat(page).contains("`" + code + "`"));
	}

	private static Set<String> codes() throws IOException {
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String source = Files.readString(file);
				Matcher code = CODE
					.matcher(source.contains("extends Refusal") ? KEY.matcher(source).replaceAll("") : "");
				while (code.find()) {
					codes.add(code.group(1));
				}
			}
		}
		return codes;
	}

}
