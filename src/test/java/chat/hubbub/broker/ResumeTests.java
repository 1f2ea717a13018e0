package chat.hubbub.broker;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResumeTests {

	@Test
	void beginsAfterWhatTheClientHas() {
		assertThat(Resume.since(5, 9)).isEqualTo(new Resume(true, 5, null));
		assertThat(Resume.since(9, 9)).isEqualTo(new Resume(true, 9, null));
		assertThat(Resume.since(0, 0)).isEqualTo(new Resume(true, 0, null));
	}

	@Test
	void tellsAClientThatIsAhead() {
		assertThat(Resume.since(10, 9)).isEqualTo(new Resume(true, 8, Resume.AHEAD));
		assertThat(Resume.since(1, 0)).isEqualTo(new Resume(true, 0, Resume.AHEAD));
	}

	@Test
	void countsBackFromTheHead() {
		assertThat(Resume.last(3, 9)).isEqualTo(new Resume(true, 6, null));
		assertThat(Resume.last(0, 9)).isEqualTo(new Resume(true, 9, null));
	}

	@Test
	void takesAllThereIsForMoreThanThat() {
		assertThat(Resume.last(100, 9)).isEqualTo(new Resume(true, 0, null));
		assertThat(Resume.last(Long.MAX_VALUE, 9)).isEqualTo(new Resume(true, 0, null));
	}

}
