package chat.hubbub.message;

/**
 * What is left where a message was deleted.
 *
 * @param tombstone the message, without its text
 * @param deleted the event that says so
 */
record Erasure(Posted tombstone, Deleted deleted) {

}
