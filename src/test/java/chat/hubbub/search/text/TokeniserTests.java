package chat.hubbub.search.text;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokeniserTests {

	static List<Cases> cases() {
		return Cases.all();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void findsWhatThePeopleOfALanguageExpect(Cases each) {
		assertThat(Match.of(Query.of(each.query()), each.text()).isPresent()).as(words(each.text()))
			.isEqualTo(each.found());
	}

	@Test
	void knowsEveryKindOfText() {
		assertThat(cases()).hasSizeGreaterThanOrEqualTo(115);
		assertThat(cases().stream().map(Cases::kind).collect(Collectors.toSet())).contains("English", "Chinese",
				"Japanese", "Korean", "German", "Turkish", "Arabic", "Thai and its neighbours", "Emoji", "Code");
	}

	@Test
	void keepsThePlacesOfTokensInTheText() {
		String text = "Über dem ｶﾞラス 🎉👍🏽 A\u0301";
		assertThat(Tokeniser.tokens(text)).allSatisfy((token) -> {
			assertThat(token.start()).isBetween(0, token.end() - 1);
			assertThat(token.end()).isLessThanOrEqualTo(text.length());
		})
			.extracting((token) -> text.substring(token.start(), token.end()))
			.contains("Über", "dem", "ｶﾞ", "ラ", "A\u0301");
	}

	@Test
	void cutsALongWord() {
		String word = "z" + "x".repeat(149);
		assertThat(Tokeniser.tokens(word)).extracting((token) -> token.value().length()).containsExactly(64, 64, 22);
		assertThat(Match.of(Query.of(word), "see " + word + "y")).isPresent();
		assertThat(Match.of(Query.of(word.substring(1)), "see " + word)).isEmpty();
	}

	@Test
	void boundsTheTokensOfATextAndTheTimeForThem() {
		assertThat(Tokeniser.tokens("\uFDFA".repeat(20_000))).hasSizeLessThanOrEqualTo(Tokeniser.MAX_TOKENS + 8);
		// Marks whose order has to be reversed.
		assertThat(Tokeniser.tokens("a" + "\u0345\u0301\u0327".repeat(7_000))).isNotEmpty();
	}

	@Test
	void hasNoBlanksAndQuotesInATokenAndNoTokenOfAFilter() {
		String everything = java.util.stream.IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
			.filter((character) -> Character.getType(character) != Character.SURROGATE)
			.mapToObj((character) -> Character.toString(character) + " ")
			.filter((character) -> !character.isBlank())
			.collect(Collectors.joining());
		for (int at = 0; at < everything.length(); at += 20_000) {
			String part = everything.substring(at, Math.min(everything.length(), at + 20_000));
			assertThat(Tokeniser.tokens(part)).extracting(Token::value)
				.noneMatch((token) -> token.matches("(?s).*[\\s\"'\\\\\\x00-\\x1f].*|[#@+].+"));
		}
	}

	private static String words(String text) {
		return Tokeniser.tokens(text).stream().map(Token::value).collect(Collectors.joining(" | "));
	}

}
