package chat.hubbub.relay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.message.Event;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

/**
 * Events of a topic that follow each other.
 *
 * @param topic the topic
 * @param first the number of the first
 * @param last the number of the last
 */
record Stretch(TopicName topic, long first, long last) {

	/** The stretches of events, one for each topic. */
	static List<Stretch> of(List<LogEntry> entries) {
		Map<TopicName, Stretch> stretches = new LinkedHashMap<>();
		for (LogEntry entry : entries) {
			Event event = entry.event();
			stretches.merge(event.topicName(), new Stretch(event.topicName(), event.seq(), event.seq()), Stretch::to);
		}
		return List.copyOf(stretches.values());
	}

	private Stretch to(Stretch next) {
		return new Stretch(this.topic, this.first, next.last);
	}

	boolean isSingle() {
		return this.first == this.last;
	}

	/** Its halves, unless it is single. */
	List<Stretch> halves() {
		long middle = (this.first + this.last) / 2;
		return List.of(new Stretch(this.topic, this.first, middle), new Stretch(this.topic, middle + 1, this.last));
	}

}
