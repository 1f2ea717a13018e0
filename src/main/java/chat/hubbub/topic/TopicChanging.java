package chat.hubbub.topic;

import chat.hubbub.account.User;

/**
 * A user's change of a topic is being stored. Published in its transaction, so that a
 * listener's writes are stored together with it or not at all.
 *
 * @param before the old state
 * @param after the new state
 * @param by the user who changes it
 */
record TopicChanging(Rights before, Rights after, User by) {

}
