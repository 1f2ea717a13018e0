package chat.hubbub.topic;

import chat.hubbub.bus.StoredFact;

/**
 * More of its people see a conversation than before.
 *
 * @param topic its topic
 */
record ConversationShown(TopicName topic) implements StoredFact {

}
