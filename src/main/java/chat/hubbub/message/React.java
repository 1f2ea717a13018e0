package chat.hubbub.message;

/**
 * A request to react to a message.
 *
 * @param target the number of the message
 * @param emoji the reaction
 * @param on whether to add it or to take it back
 */
record React(long target, Emoji emoji, boolean on) {

}
