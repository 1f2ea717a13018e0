package chat.hubbub.draft;

/**
 * The unsent text of an account in a topic.
 *
 * @param topic the topic's name
 * @param text the text; empty only if it was erased
 */
record UnsentText(String topic, String text) {

}
