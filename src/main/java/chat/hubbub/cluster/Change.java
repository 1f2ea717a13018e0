package chat.hubbub.cluster;

/**
 * A change that a node has stored.
 *
 * @param id its number; the changes have no gaps
 * @param kind the name of the class of its fact
 * @param key the fact as JSON
 */
record Change(long id, String kind, String key) {

}
