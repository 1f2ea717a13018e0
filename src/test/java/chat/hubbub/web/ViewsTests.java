package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation shows every view, and no other: {@link Screenshots} brings it up to
 * date.
 */
class ViewsTests {

	private static final long MAX_BYTES = 2_000_000;

	@Test
	void areAllInTheDocumentation() throws IOException {
		List<String> all = Look.all()
			.flatMap((look) -> View.of(look).stream().map((view) -> Screenshots.nameOf(view, look)))
			.toList();
		assertThat(screenshots()).extracting((file) -> file.getFileName().toString())
			.as("run ./mvnw test -Dtest=Screenshots")
			.containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void areSmall() throws IOException {
		assertThat(screenshots().stream().mapToLong((file) -> file.toFile().length()).sum()).isLessThan(MAX_BYTES);
	}

	private static List<Path> screenshots() throws IOException {
		try (Stream<Path> files = Files.list(Screenshots.FOLDER)) {
			return files.toList();
		}
	}

}
