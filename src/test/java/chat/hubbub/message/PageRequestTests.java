package chat.hubbub.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageRequestTests {

	@Test
	void readsTheNewestWhenNothingIsSaid() {
		assertThat(PageRequest.of(null, null, null)).isEqualTo(new PageRequest(false, Long.MAX_VALUE, 50));
	}

	@Test
	void readsBackFromANumber() {
		assertThat(PageRequest.of("7", null, "3")).isEqualTo(new PageRequest(false, 7, 3));
	}

	@Test
	void readsOnFromANumber() {
		assertThat(PageRequest.of(null, "0", "200")).isEqualTo(new PageRequest(true, 0, 200));
	}

	@ParameterizedTest
	@CsvSource({ "0,,", "-1,,", "abc,,", "'',,", "9223372036854775808,,", "1.5,,", ",-1,", ",abc,", ",,0", ",,201",
			",,-1", ",,ten", ",,''", ",,4294967297", "1,1," })
	void refusesWhatIsOutOfBounds(String before, String after, String limit) {
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of(before, after, limit))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("page.ill-formed"));
	}

}
