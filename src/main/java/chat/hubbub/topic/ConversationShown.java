package chat.hubbub.topic;

import chat.hubbub.bus.Fact;

/**
 * More of its people see a conversation than before.
 *
 * @param topic its topic
 */
record ConversationShown(TopicName topic) implements Fact {

}
