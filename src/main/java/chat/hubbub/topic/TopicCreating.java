package chat.hubbub.topic;

import chat.hubbub.account.User;

/**
 * A new topic is being stored. Published in its transaction, so that what a listener
 * stores is stored with it, or not at all.
 *
 * @param topic the topic
 * @param by who creates it
 */
record TopicCreating(Topic topic, User by) {

}
