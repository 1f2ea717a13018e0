package chat.hubbub.search.index;

/**
 * A row of the index.
 *
 * @param id the id of a message
 * @param words its words, as the database wants them; the same message and text always
 * have the same words
 */
record Entry(long id, String words) {

}
