package chat.hubbub.topic;

import chat.hubbub.account.User;

/**
 * Somebody's change of a topic is being stored. Published in its transaction, so that
 * what a listener stores is stored with it, or not at all.
 *
 * @param before what was
 * @param after what will be
 * @param by who changes it
 */
record TopicChanging(Rights before, Rights after, User by) {

}
