package chat.hubbub.topic.door;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import chat.hubbub.topic.IllFormedTopicName;
import chat.hubbub.topic.TopicKind;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.AntPathMatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicDestinationsTests {

	private static final List<String> PIECES = List.of("chat", "typing", "presence", "dice", "c", "h", "t", ".", ".tea",
			"tea", "*", "**", "?", "/", "{x}", "{x:.+}", "{x:chat}", "{", "}");

	private final TopicDestinations destinations = with();

	@ParameterizedTest
	@ValueSource(strings = { "chat", "typing", "presence" })
	void knowsTheTopicBehindTheDot(String kind) {
		assertThat(this.destinations.topicOf(kind + ".tea")).contains(new TopicName("tea"));
		assertThat(this.destinations.topicOf(kind)).contains(TopicName.LOBBY);
		assertThat(this.destinations.topicOf(kind + ".lobby")).contains(TopicName.LOBBY);
		assertThatExceptionOfType(IllFormedTopicName.class).isThrownBy(() -> this.destinations.topicOf(kind + ".*"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "dice", "dice.tea", "chats", "chats.tea", "topics", "chat/tea", "price.stock.tea",
			"presence/dice", "typing/dice.tea", "" })
	void leavesTheOthersToTheirDevelopers(String path) {
		assertThat(this.destinations.topicOf(path)).isEmpty();
		assertThat(this.destinations.mightReachTopics(path)).isFalse();
	}

	@Test
	void takesTheKindOfADeveloper() {
		TopicDestinations more = with(new TopicKind("dice"));
		assertThat(more.topicOf("dice.tea")).contains(new TopicName("tea"));
		assertThat(more.mightReachTopics("di*")).isTrue();
		assertThat(more.topicOf("presence/dice.tea")).contains(new TopicName("tea"));
		assertThat(more.topicOf("typing/dice")).contains(TopicName.LOBBY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "**", "chat.*", "ch?t.tea", "**/x", "typing*", "p*", "{x}", "{x:chat}", "chat/**" })
	void seesThatAPatternMightReachATopic(String pattern) {
		assertThat(this.destinations.mightReachTopics(pattern)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "dice*", "price.stock.*", "dice/**", "chats.*", "top?cs", "x/chat.*" })
	void seesThatAPatternReachesNone(String pattern) {
		assertThat(this.destinations.mightReachTopics(pattern)).isFalse();
	}

	/** Spring's matcher matches no topic with a destination that the guard accepts. */
	@Test
	void agreesWithTheMatcherOnAnyPattern() {
		AntPathMatcher matcher = new AntPathMatcher();
		matcher.setCachePatterns(false);
		RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
		int allowed = 0;
		for (int round = 0; round < 300_000; round++) {
			String path = random.ints(1 + random.nextInt(6), 0, PIECES.size())
				.mapToObj(PIECES::get)
				.collect(Collectors.joining());
			if (isLetPass(path)) {
				allowed++;
				assertThat(List.of("chat", "chat.tea", "typing.tea", "presence", "presence.tea"))
					.noneMatch((topic) -> matches(matcher, "/topic/" + path, "/topic/" + topic));
			}
		}
		assertThat(allowed).isGreaterThan(10_000);
	}

	private boolean isLetPass(String path) {
		try {
			return !("/topic/" + path).contains("//") && this.destinations.topicOf(path).isEmpty()
					&& !this.destinations.mightReachTopics(path);
		}
		catch (IllFormedTopicName ex) {
			return false;
		}
	}

	private static boolean matches(AntPathMatcher matcher, String pattern, String destination) {
		try {
			return matcher.isPattern(pattern) ? matcher.match(pattern, destination) : pattern.equals(destination);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static TopicDestinations with(TopicKind... kinds) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		IntStream.range(0, kinds.length).forEach((index) -> beans.addBean("kind" + index, kinds[index]));
		return new TopicDestinations(beans.getBeanProvider(TopicKind.class));
	}

}
