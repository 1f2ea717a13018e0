package chat.hubbub.draft;

import chat.hubbub.bus.Fact;
import chat.hubbub.topic.TopicName;

/**
 * The unsent text of an account in a topic has changed.
 *
 * @param account the number of the account
 * @param topic the topic
 * @param text the text, empty if it was erased
 */
record DraftKept(long account, TopicName topic, String text) implements Fact {

}
