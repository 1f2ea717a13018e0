package chat.hubbub.message.follow;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import chat.hubbub.message.Deleted;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

class PortionTests {

	/** Two nodes that move the same cursors do not wait for each other in a circle. */
	@Test
	void movesCursorsInTheOrderOfTheirTopics() {
		Portion portion = new Portion(Map.of(new TopicName("milk"), 6L), 10);
		Stream.of("tea", "jam", "water", "coffee", "milk", "tea").forEach((topic) -> portion.add(entry(topic)));
		assertThat(portion.moves()).extracting((move) -> move.topic().value())
			.containsExactly("coffee", "jam", "milk", "tea", "water");
		assertThat(portion.moves()).contains(new Move(new TopicName("milk"), 6, 7),
				new Move(new TopicName("tea"), 0, 7));
	}

	private static LogEntry entry(String topic) {
		return new LogEntry(new Deleted(new TopicName(topic), 7, 1, "ada", Instant.EPOCH, null), "ada");
	}

}
