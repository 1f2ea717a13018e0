package chat.hubbub.search.index;

/**
 * A message that the index has found.
 *
 * @param id its id; a later message has a greater one
 * @param topic its topic
 * @param seq its number
 * @param text its present text
 */
public record Found(long id, String topic, long seq, String text) {

}
