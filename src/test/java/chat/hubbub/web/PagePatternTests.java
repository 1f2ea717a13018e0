package chat.hubbub.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PagePatternTests {

	@ParameterizedTest
	@ValueSource(strings = { "Reply", "", "A topic's name", "你好", "# 1" })
	void aTextIsItself(String text) {
		assertThat(PagePattern.of(text)).isEqualTo(text);
	}

	@Test
	void quotesAreRemoved() {
		assertThat(PagePattern.of("It''s '{'braces'}'")).isEqualTo("It's {braces}");
	}

	@Test
	void argumentsStandBetweenTexts() {
		assertThat(PagePattern.of("Reply to {sender}!")).isEqualTo(List.of("Reply to ", List.of("sender"), "!"));
		assertThat(PagePattern.of("{sender}")).isEqualTo(List.of(List.of("sender")));
	}

	@Test
	void aPluralHasItsCases() {
		assertThat(PagePattern.of("{n, plural, =0 {none} one {# reply} other {{who}: # replies}}.")).isEqualTo(
				List.of(List.of("n", "plural", Map.of("=0", "none", "one", List.of(List.of("n", "number"), " reply"),
						"other", List.of(List.of("who"), ": ", List.of("n", "number"), " replies"))), "."));
	}

	@Test
	void aSelectHasItsCases() {
		assertThat(PagePattern.of("in {place, select, topic {{name}} other {Hubbub}}")).isEqualTo(List.of("in ",
				List.of("place", "select", Map.of("topic", List.of(List.of("name")), "other", "Hubbub"))));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{", "{n, plural, one {1}}", "{n, date}", "{n, plural, offset:1 other {#}}", "{n, number, 0}" })
	void otherPatternsAreRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> PagePattern.of(pattern));
	}

}
