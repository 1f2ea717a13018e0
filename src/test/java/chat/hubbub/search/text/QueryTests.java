package chat.hubbub.search.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryTests {

	@Test
	void readsWordsPhrasesAndTheBeginningOfAWord() {
		assertThat(Query.of(" big  \"red bus\" sto ").terms()).containsExactly(term(false, "big"),
				term(false, "red", "bus"), term(true, "sto"));
		assertThat(Query.of("stop \"red bus\"").terms()).containsExactly(term(false, "stop"),
				term(false, "red", "bus"));
		assertThat(Query.of("\"red bu").terms()).containsExactly(term(true, "red", "bu"));
		assertThat(Query.of("x").terms()).containsExactly(term(false, "x"));
		assertThat(Query.of("집").terms()).containsExactly(term(true, "집"));
	}

	@Test
	void readsFilters() {
		Query query = Query
			.of("from:ada FROM:@Grace in:#films before:2026-02-01 after:2026-01-01 has:link has:file hel");
		assertThat(query.from()).containsExactlyInAnyOrder("ada", "Grace");
		assertThat(query.in()).containsExactly("films");
		assertThat(query.before()).isEqualTo(LocalDate.parse("2026-02-01"));
		assertThat(query.after()).isEqualTo(LocalDate.parse("2026-01-01"));
		assertThat(query.kinds()).containsExactlyInAnyOrder(Query.Content.LINK, Query.Content.FILE);
		assertThat(query.terms()).containsExactly(term(true, "hel"));
	}

	@Test
	void readsFiltersOfOtherKeyboardsAndQuotedOnes() {
		assertThat(Query.of("from：\"Ada Lovelace\"　in：films 大学").from()).containsExactly("Ada Lovelace");
		assertThat(Query.of("from：“Ada Lovelace”　in：films 大学").in()).containsExactly("films");
		assertThat(Query.of("hel from:ada").terms()).containsExactly(term(true, "hel"));
	}

	@Test
	void takesTheNarrowestDates() {
		Query query = Query.of("before:2026-02-01 before:2026-03-01 after:2026-01-01 after:2026-01-05");
		assertThat(query.before()).isEqualTo(LocalDate.parse("2026-02-01"));
		assertThat(query.after()).isEqualTo(LocalDate.parse("2026-01-05"));
	}

	@Test
	void ignoresAFilterWithoutAValue() {
		assertThat(Query.of("from: tea").from()).isEqualTo(Set.of());
		assertThat(Query.of("from: tea").terms()).containsExactly(term(true, "tea"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n\u3000\u00A0", "!!!", "\"\"", "from:", "*", "( )", "^ :* & | ! <->" })
	void refusesAQueryThatAsksForNothing(String typed) {
		assertThatThrownBy(() -> Query.of(typed)).isInstanceOf(IllFormedSearch.class)
			.hasMessageContaining("A search needs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "before:today", "after:2026-02-30", "before:2026-1-1", "has:cheese", "has:link before:x" })
	void refusesAFilterThatCannotBeRead(String typed) {
		assertThatThrownBy(() -> Query.of(typed)).isInstanceOf(IllFormedSearch.class);
	}

	@Test
	void refusesALongQuery() {
		assertThatThrownBy(() -> Query.of("x".repeat(10_000))).isInstanceOf(IllFormedSearch.class)
			.hasMessageContaining("256");
		assertThatThrownBy(() -> Query.of(" ".repeat(10_000))).isInstanceOf(IllFormedSearch.class);
		assertThat(Query.of("😀".repeat(256)).terms()).hasSize(1);
	}

	@Test
	void marksTheWordsThatItFinds() {
		assertThat(Match.of(Query.of("garden no"), "The garden, at noon: noon").orElseThrow().marks())
			.containsExactly(new Match.Mark(4, 10), new Match.Mark(15, 19), new Match.Mark(21, 25));
		assertThat(Match.of(Query.of("大学"), "北京大学生").orElseThrow().marks()).containsExactly(new Match.Mark(2, 4));
		assertThat(Match.of(Query.of("\"a b\" \"b a\""), "a b a b").orElseThrow().marks())
			.containsExactly(new Match.Mark(0, 7));
		assertThat(Match.of(Query.of("x"), "x ".repeat(1_000)).orElseThrow().marks()).hasSize(Match.MAX_MARKS);
	}

	@Test
	void rathersAShortTextWithTheWholeWord() {
		Query query = Query.of("tea");
		assertThat(score(query, "tea")).isGreaterThan(score(query, "teapot"));
		assertThat(score(query, "tea")).isGreaterThan(score(query, "tea " + "and more ".repeat(20)));
		assertThat(score(query, "tea tea")).isGreaterThan(score(query, "tea pot"));
	}

	private static double score(Query query, String text) {
		return Match.of(query, text).orElseThrow().score();
	}

	private static Term term(boolean prefix, String... tokens) {
		return new Term(List.of(tokens), prefix);
	}

}
