package chat.hubbub.mention;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.Username;
import chat.hubbub.message.Mention;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FinderTests {

	private static final String CASES = "/static/test/mentions.json";

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, String> people = new HashMap<>();

	private int lookups;

	/** The page reads the same cases. */
	@TestFactory
	Stream<DynamicTest> findsWhatThePageShows() throws IOException {
		try (InputStream cases = getClass().getResourceAsStream(CASES)) {
			List<JsonNode> all = JSON.readTree(cases).valueStream().toList();
			assertThat(all).hasSizeGreaterThan(40);
			return all.stream().map((each) -> DynamicTest.dynamicTest(each.path("why").asString(), () -> verify(each)));
		}
	}

	private void verify(JsonNode each) {
		this.people.clear();
		each.path("people").forEach((name) -> know(name.asString()));
		List<Mention> found = find(each.path("text").asString());
		assertThat(JSON.<JsonNode>valueToTree(found)).isEqualTo(each.path("mentions"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "@", "@a", "@a ", "@a b c d e f g ", "@ ", "@.", "@a-", "@a.", "a@", "`@a", "[@a](http",
			"> @a\n", "- @a\n", "```\n@a", "@a\n\n", "@here ", "\\@", "@\u202ea", "@\uD840\uDC00 " })
	void looksUpALimitedNumberOfNamesHoweverOftenTheSignStands(String part) {
		find(part.repeat(20_000 / part.length()));
		assertThat(this.lookups).isLessThanOrEqualTo(Finder.LOOKUPS);
	}

	@Test
	void asksOnceForEachNameAsItIsWritten() {
		know("ada");
		assertThat(find("@ada @Ada @ada @eve @eve")).hasSize(1);
		assertThat(this.lookups).isEqualTo(3);
	}

	@Test
	void findsALimitedNumberOfPeople() {
		IntStream.range(0, 60).forEach((number) -> know("p" + number));
		String text = IntStream.range(0, 60).mapToObj((number) -> "@p" + number).collect(Collectors.joining(" "));
		assertThat(find(text)).hasSize(Finder.MOST).extracting(Mention::name).startsWith("p0").endsWith("p49");
		assertThat(this.lookups).isEqualTo(Finder.MOST);
	}

	@Test
	void looksAtNothingWithoutASign() {
		assertThat(find("```\nada\n``` [ada](https://example.org) here")).isEmpty();
		assertThat(this.lookups).isZero();
	}

	private void know(String name) {
		this.people.put(new Username(name).key(), name);
	}

	private List<Mention> find(String text) {
		return new Finder(text, this::lookUp).find();
	}

	private Optional<Mention> lookUp(String written) {
		this.lookups++;
		if (Mention.isHere(written)) {
			return Optional.of(Mention.here(written));
		}
		try {
			String name = this.people.get(new Username(written).key());
			return Optional.ofNullable(name).map((known) -> Mention.of(null, known, written));
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

}
