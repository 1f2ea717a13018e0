package chat.hubbub.search.text;

import java.util.List;
import java.util.stream.Collectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text becomes a query and tokens within their bounds, or is refused. */
class QueryFuzzTests {

	@FuzzTest(maxDuration = "15s")
	void readsAQueryOrRefusesIt(@NotNull String typed) {
		try {
			Query query = Query.of(typed);
			assertThat(query.terms()).allSatisfy((term) -> assertThat(term.tokens()).isNotEmpty());
			assertWords(query.terms().stream().flatMap((term) -> term.tokens().stream()).toList());
		}
		catch (IllFormedSearch refusal) {
			assertThat(refusal.sentence()).isNotEmpty().doesNotContain("Exception");
		}
	}

	/** A text is found by all of its own words. */
	@FuzzTest(maxDuration = "15s")
	void findsATextByItsWords(@NotNull String text) {
		List<Token> tokens = Tokeniser.tokens(text);
		assertWords(tokens.stream().map(Token::value).toList());
		assertThat(tokens).allSatisfy((token) -> assertThat(token.start()).isBetween(0, token.end() - 1));
		if (!tokens.isEmpty()) {
			Term whole = new Term(tokens.stream().map(Token::value).toList(), false);
			Query query = new Query(List.of(whole), java.util.Set.of(), java.util.Set.of(), null, null,
					java.util.Set.of());
			assertThat(Match.of(query, text)).isPresent();
			String again = tokens.stream().map(Token::value).collect(Collectors.joining(" "));
			assertWords(Tokeniser.tokens(again).stream().map(Token::value).toList());
		}
	}

	private static void assertWords(List<String> tokens) {
		assertThat(tokens).allSatisfy((token) -> {
			assertThat(token).isNotEmpty().hasSizeLessThanOrEqualTo(Tokeniser.MAX_LENGTH + 2);
			assertThat(token.chars()).noneMatch((unit) -> unit <= ' ' || unit == '"' || unit == '\'' || unit == '\\');
		});
	}

}
