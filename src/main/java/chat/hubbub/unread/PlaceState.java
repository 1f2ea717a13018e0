package chat.hubbub.unread;

/**
 * The number of new messages to a developer's destination.
 *
 * @param place the destination without {@code /topic/}
 * @param unread the number of messages since the person looked, at most
 * {@value Posts#MOST}
 */
record PlaceState(String place, int unread) {

}
