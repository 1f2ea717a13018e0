package chat.hubbub.message;

import java.time.Instant;

import chat.hubbub.message.PageRequest.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageRequestTests {

	@Test
	void readsTheNewestWhenNothingIsSaid() {
		assertThat(PageRequest.of(null, null, null, null, null))
			.isEqualTo(new PageRequest(Direction.BACK, Long.MAX_VALUE, 50));
	}

	@Test
	void readsBackFromANumber() {
		assertThat(PageRequest.of("7", null, null, null, "3")).isEqualTo(new PageRequest(Direction.BACK, 7, 3));
	}

	@Test
	void readsOnFromANumber() {
		assertThat(PageRequest.of(null, "0", null, null, "200")).isEqualTo(new PageRequest(Direction.FORWARD, 0, 200));
	}

	@Test
	void readsAroundANumber() {
		assertThat(PageRequest.of(null, null, "7", null, "3")).isEqualTo(new PageRequest(Direction.AROUND, 7, 3));
		for (String around : new String[] { "0", "-1", "x", "9223372036854775808" }) {
			assertThatExceptionOfType(IllFormedPage.class)
				.isThrownBy(() -> PageRequest.of(null, null, around, null, null));
		}
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of("1", null, "1", null, null));
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of(null, "1", "1", null, null));
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-31, 2026-01-31T00:00:00Z", "2026-01-31T09:29:00Z, 2026-01-31T09:29:00Z",
			"2026-01-31T09:29:00.123+01:00, 2026-01-31T08:29:00.123Z", "0001-01-01, 0001-01-01T00:00:00Z" })
	void readsAroundATime(String at, Instant time) {
		assertThat(PageRequest.of(null, null, null, at, "3")).isEqualTo(new PageRequest(Direction.AROUND, 0, time, 3));
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of("1", null, null, at, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "today", "2026", "2026-1-31", "2026-02-30", "2026-01-31T09:29", "2026-01-31T25:00:00Z",
			"T", "1769851740000", "+999999999-01-01", "-999999999-01-01T00:00:00Z", "2026-01-31T09:29:00 01:00" })
	void refusesATimeThatIsNone(String at) {
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of(null, null, null, at, null))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("page.ill-formed"))
			.withMessageContaining("at must be a date");
	}

	@ParameterizedTest
	@CsvSource({ "0,,", "-1,,", "abc,,", "'',,", "9223372036854775808,,", "1.5,,", ",-1,", ",abc,", ",,0", ",,201",
			",,-1", ",,ten", ",,''", ",,4294967297", "1,1," })
	void refusesWhatIsOutOfBounds(String before, String after, String limit) {
		assertThatExceptionOfType(IllFormedPage.class)
			.isThrownBy(() -> PageRequest.of(before, after, null, null, limit))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("page.ill-formed"));
	}

}
