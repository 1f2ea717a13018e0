package chat.hubbub.webhook.outgoing;

import chat.hubbub.message.Event;
import chat.hubbub.topic.TopicName;

/**
 * The place of an event in the logs of all topics.
 *
 * @param topic its topic
 * @param seq its number, 0 before the first event of the topic
 */
record Place(TopicName topic, long seq) {

	static Place of(Event event) {
		return new Place(event.topicName(), event.seq());
	}

}
