package chat.hubbub.topic;

import chat.hubbub.bus.StoredFact;

/**
 * A topic was created, or its settings or members have changed.
 *
 * @param topic its name
 */
record TopicStored(TopicName topic) implements StoredFact {

}
