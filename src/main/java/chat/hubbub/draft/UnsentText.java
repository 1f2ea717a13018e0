package chat.hubbub.draft;

/**
 * The unsent text of an account in a topic.
 *
 * @param topic the topic's name
 * @param text the text, never empty
 */
record UnsentText(String topic, String text) {

}
