package chat.hubbub.push;

import java.time.Instant;
import java.util.Optional;

import chat.hubbub.message.Edited;
import chat.hubbub.message.Event;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.TopicName;

/**
 * An event that may be for people: a message, or an edit that may mention more people.
 *
 * @param topic the topic
 * @param seq the number of the message
 * @param event the number of the event
 * @param at the time of the event
 * @param mentions whether the text of the message mentions anybody
 */
record News(TopicName topic, long seq, long event, Instant at, boolean mentions) {

	/** The news of an event; empty if its message is gone. */
	static Optional<News> of(Event event) {
		if (event instanceof Posted posted && !posted.deleted()) {
			return Optional.of(new News(posted.topicName(), posted.seq(), posted.seq(), posted.sentAt(),
					!posted.present().mentions().mentions().isEmpty()));
		}
		if (event instanceof Edited edited && !edited.deleted()) {
			return Optional.of(new News(edited.topicName(), edited.target(), edited.seq(), edited.sentAt(),
					!edited.mentions().mentions().isEmpty()));
		}
		return Optional.empty();
	}

	/** Whether it is a message, not an edit. */
	boolean isMessage() {
		return this.event == this.seq;
	}

}
