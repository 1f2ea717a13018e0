package chat.hubbub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Both databases have the same migrations. */
class MigrationsTests {

	private static final Path FOLDER = Path.of("src/main/resources/db/migration");

	@Test
	void areForBothDatabases() throws IOException {
		assertThat(names("")).as("A migration belongs into common, or under one name into sqlite and postgresql")
			.containsExactlyInAnyOrder("common", "sqlite", "postgresql");
		assertThat(names("sqlite")).isEqualTo(names("postgresql")).doesNotContainAnyElementsOf(names("common"));
	}

	@Test
	void haveANumberEach() throws IOException {
		assertThat(Stream.concat(names("common").stream(), names("sqlite").stream()))
			.extracting((name) -> name.substring(0, name.indexOf("__")))
			.doesNotHaveDuplicates();
	}

	private static Set<String> names(String folder) throws IOException {
		try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).collect(Collectors.toSet());
		}
	}

}
