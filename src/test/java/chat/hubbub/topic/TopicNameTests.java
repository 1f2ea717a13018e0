package chat.hubbub.topic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "7", "tea", "tea-time", "a--b", "24-7" })
	void takesLettersDigitsAndInnerHyphens(String name) {
		assertThat(new TopicName(name)).hasToString(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "-a", "a-", "Tea", "té", "a b", "a.b", "a/b", "a_b", "*", "a\n", "{a}" })
	void refusesWhatIsNoName(String name) {
		assertThatExceptionOfType(IllFormedTopicName.class).isThrownBy(() -> new TopicName(name))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.ill-formed"));
	}

	@Test
	void takes64CharactersAndNoMore() {
		assertThat(new TopicName("a".repeat(64)).value()).hasSize(64);
		assertThatExceptionOfType(IllFormedTopicName.class).isThrownBy(() -> new TopicName("a".repeat(65)));
	}

	@Test
	void broadcastsTheLobbyWithoutItsName() {
		assertThat(TopicName.LOBBY.destination()).isEqualTo("/topic/chat");
	}

	@Test
	void broadcastsEveryOtherTopicBehindADot() {
		assertThat(new TopicName("tea").destination()).isEqualTo("/topic/chat.tea");
	}

	@ParameterizedTest
	@CsvSource({ "/topic/chat, true", "/topic/chat.tea, true", "/topic/chat.Not a name, true", "/topic/chats, false",
			"/topic/dice, false", "/app/chat, false", "/topic/chat/tea, false" })
	void knowsItsDestinations(String destination, boolean topics) {
		assertThat(TopicName.isDestination(destination)).isEqualTo(topics);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lobby", "tea" })
	void isFoundByItsDestination(String name) {
		TopicName topic = new TopicName(name);
		assertThat(TopicName.ofDestination(topic.destination())).isEqualTo(topic);
	}

	@Test
	void refusesADestinationWithNoNameBehindTheDot() {
		assertThatExceptionOfType(IllFormedTopicName.class).isThrownBy(() -> TopicName.ofDestination("/topic/chat."));
	}

	@Test
	void findsTheLobbyByItsNameToo() {
		assertThat(TopicName.ofDestination("/topic/chat.lobby")).isEqualTo(TopicName.LOBBY);
	}

	@Test
	void sortsByName() {
		assertThat(new TopicName("coffee")).isLessThan(new TopicName("tea"));
	}

}
