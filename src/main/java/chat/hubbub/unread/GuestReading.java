package chat.hubbub.unread;

import java.util.List;

import chat.hubbub.bus.Fact;
import chat.hubbub.topic.TopicName;

/**
 * The guest of a browser asks what is new, and may go on at any node. It is not stored: a
 * node that knows of an earlier start answers with the same fact.
 *
 * @param person the key of the person
 * @param start the time in ms from which on messages are new in topics without a mark
 * @param marks the marks
 */
record GuestReading(String person, long start, List<Marked> marks) implements Fact {

	/**
	 * A mark of the guest.
	 *
	 * @param topic the topic
	 * @param mark the mark
	 */
	record Marked(TopicName topic, Mark mark) {

	}

}
