package chat.hubbub.presence;

/**
 * The present state of a person in a place, as seen by one node.
 *
 * @param place the place
 * @param person the person's key, which stays the same when the name changes
 * @param name the name that is shown
 * @param guest whether the person has no account
 * @param state the state there
 */
record Seen(String place, String person, String name, boolean guest, State state) {

}
