package chat.hubbub.message;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/**
 * A message that shall be deleted.
 *
 * @param topic where
 * @param seq its number
 * @param by who wants it
 */
record Deletion(TopicName topic, long seq, User by) {

}
