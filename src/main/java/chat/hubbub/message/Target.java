package chat.hubbub.message;

/**
 * The message that a request is about.
 *
 * @param seq its number in the topic
 */
record Target(long seq) {

}
