package chat.hubbub.broker.fanout;

import java.util.OptionalLong;

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
	void beginsWithTheFirstOfTheLast() {
		assertThat(Resume.last(OptionalLong.of(7), 9)).isEqualTo(new Resume(true, 6, null));
		assertThat(Resume.last(OptionalLong.of(1), 0)).isEqualTo(new Resume(true, 0, null));
		assertThat(Resume.live(9)).isEqualTo(new Resume(true, 9, null));
	}

	@Test
	void tellsAClientWhoseLastAreTooFarBack() {
		assertThat(Resume.last(OptionalLong.empty(), 5000)).isEqualTo(new Resume(true, 4000, Resume.TOO_OLD));
	}

}
