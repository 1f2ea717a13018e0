package chat.hubbub.markup;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class LinksTests {

	private static final String CASES = "/static/test/links.json";

	/** The page reads the same cases. */
	@TestFactory
	Stream<DynamicTest> theFirstIsTheOneThatThePageShows() throws IOException {
		try (InputStream cases = getClass().getResourceAsStream(CASES)) {
			List<JsonNode> all = new JsonMapper().readTree(cases).valueStream().toList();
			assertThat(all).hasSizeGreaterThan(20);
			return all.stream()
				.map((each) -> DynamicTest.dynamicTest(each.path("text").asString(), () -> verify(each)));
		}
	}

	private static void verify(JsonNode each) {
		String expected = each.path("link").isNull() ? "" : each.path("link").asString();
		assertThat(Links.first(each.path("text").asString()).orElse("")).isEqualTo(expected);
	}

	/** A quadratic search would take minutes. */
	@ParameterizedTest
	@ValueSource(
			strings = { "https:// ", "`https://a ", "[https://", "](https://", "(((https://a)", "```\nhttps://a\n" })
	void theSearchTakesTimeInProportionToTheText(String part) {
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Links.first(part.repeat(20_000)));
	}

}
