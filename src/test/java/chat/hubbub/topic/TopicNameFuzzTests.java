package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text is the name of a topic, or is refused. */
class TopicNameFuzzTests {

	@FuzzTest(maxDuration = "10s")
	void isANameOrRefused(@NotNull String typed) {
		try {
			TopicName name = new TopicName(typed);
			assertThat(name.value()).isEqualTo(typed).matches("[a-z0-9-]{1,64}");
			assertThat(TopicName.isDestination(name.destination())).isTrue();
			assertThat(TopicName.ofDestination(name.destination())).isEqualTo(name);
		}
		catch (Refusal refusal) {
			assertThat(refusal.code()).startsWith("topic.");
		}
	}

	@FuzzTest(maxDuration = "10s")
	void isFoundInADestinationOrRefused(@NotNull String typed) {
		String destination = "/topic/chat" + typed;
		if (TopicName.isDestination(destination)) {
			try {
				TopicName topic = TopicName.ofDestination(destination);
				assertThat(topic.destination() + (typed.equals(".lobby") ? typed : "")).isEqualTo(destination);
			}
			catch (Refusal refusal) {
				assertThat(refusal.code()).startsWith("topic.");
			}
		}
	}

}
