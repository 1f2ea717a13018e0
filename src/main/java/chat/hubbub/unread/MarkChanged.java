package chat.hubbub.unread;

import org.jspecify.annotations.Nullable;

import chat.hubbub.bus.Fact;
import chat.hubbub.topic.TopicName;

/**
 * A person has read on in a topic, or wants to be told something else of it. It is stored
 * within a second.
 *
 * @param person the key of the person
 * @param topic the topic
 * @param change the change
 * @param origin the queue of the connection that asked for it, or {@code null}
 */
record MarkChanged(String person, TopicName topic, Change change, @Nullable String origin) implements Fact {

}
