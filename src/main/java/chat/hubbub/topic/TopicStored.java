package chat.hubbub.topic;

import chat.hubbub.bus.Fact;

/**
 * A topic is new, or its settings or people are not as before.
 *
 * @param topic its name
 */
record TopicStored(TopicName topic) implements Fact {

}
