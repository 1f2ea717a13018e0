package chat.hubbub.unread;

/**
 * From where on messages are new for a reader.
 *
 * @param read the number of the last event that was read, or -1 without a mark
 * @param time the time in ms from which on messages are new without a mark
 * @param author the reader as an author, whose own messages are never new
 * @param person the reader as a person whom messages mention
 */
record Since(long read, long time, int author, int person) {

}
