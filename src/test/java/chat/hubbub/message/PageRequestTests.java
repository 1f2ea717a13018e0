package chat.hubbub.message;

import chat.hubbub.message.PageRequest.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageRequestTests {

	@Test
	void readsTheNewestWhenNothingIsSaid() {
		assertThat(PageRequest.of(null, null, null, null))
			.isEqualTo(new PageRequest(Direction.BACK, Long.MAX_VALUE, 50));
	}

	@Test
	void readsBackFromANumber() {
		assertThat(PageRequest.of("7", null, null, "3")).isEqualTo(new PageRequest(Direction.BACK, 7, 3));
	}

	@Test
	void readsOnFromANumber() {
		assertThat(PageRequest.of(null, "0", null, "200")).isEqualTo(new PageRequest(Direction.FORWARD, 0, 200));
	}

	@Test
	void readsAroundANumber() {
		assertThat(PageRequest.of(null, null, "7", "3")).isEqualTo(new PageRequest(Direction.AROUND, 7, 3));
		for (String around : new String[] { "0", "-1", "x", "9223372036854775808" }) {
			assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of(null, null, around, null));
		}
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of("1", null, "1", null));
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of(null, "1", "1", null));
	}

	@ParameterizedTest
	@CsvSource({ "0,,", "-1,,", "abc,,", "'',,", "9223372036854775808,,", "1.5,,", ",-1,", ",abc,", ",,0", ",,201",
			",,-1", ",,ten", ",,''", ",,4294967297", "1,1," })
	void refusesWhatIsOutOfBounds(String before, String after, String limit) {
		assertThatExceptionOfType(IllFormedPage.class).isThrownBy(() -> PageRequest.of(before, after, null, limit))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("page.ill-formed"));
	}

}
