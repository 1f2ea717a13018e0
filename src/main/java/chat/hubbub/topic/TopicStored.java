package chat.hubbub.topic;

import chat.hubbub.bus.Fact;

/**
 * A topic was created, or its settings or members have changed.
 *
 * @param topic its name
 */
record TopicStored(TopicName topic) implements Fact {

}
