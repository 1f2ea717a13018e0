package chat.hubbub.unread;

/**
 * The number of new messages.
 *
 * @param read the number of the last event before them
 * @param unread their number, at most {@value Posts#MOST}
 * @param mentions how many of them mention the reader
 */
record Count(long read, int unread, int mentions) {

}
