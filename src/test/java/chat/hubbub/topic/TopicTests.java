package chat.hubbub.topic;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicTests {

	private static final TopicName TEA = new TopicName("tea");

	@Test
	void isTitledByItsNameWhenTheTitleIsBlank() {
		assertThat(new Topic(TEA, " ", "").title()).isEqualTo("tea");
	}

	@Test
	void stripsTitleAndDescription() {
		assertThat(new Topic(TEA, " Tea time ", " At five "))
			.isEqualTo(new Topic(new TopicName("tea"), "Tea time", "At five"));
	}

	@Test
	void takesATitleOf80CharactersAndNoMore() {
		assertThat(new Topic(TEA, "t".repeat(80), "").title()).hasSize(80);
		assertThatExceptionOfType(IllFormedTopic.class).isThrownBy(() -> new Topic(TEA, "t".repeat(81), ""));
	}

	@Test
	void takesADescriptionOf250CharactersAndNoMore() {
		assertThat(new Topic(TEA, "", "d".repeat(250)).description()).hasSize(250);
		assertThatExceptionOfType(IllFormedTopic.class).isThrownBy(() -> new Topic(TEA, "", "d".repeat(251)));
	}

}
