package chat.hubbub.topic;

import chat.hubbub.account.User;

/**
 * A new topic is being stored. Published in its transaction, so that a listener's writes
 * are stored together with it or not at all.
 *
 * @param topic the topic
 * @param by the user who creates it
 */
record TopicCreating(Topic topic, User by) {

}
