package chat.hubbub.unread;

import chat.hubbub.bus.Fact;

/**
 * A person has seen all messages to a place.
 *
 * @param person the key of the person
 * @param place the place
 */
record PlaceSeen(String person, String place) implements Fact {

}
