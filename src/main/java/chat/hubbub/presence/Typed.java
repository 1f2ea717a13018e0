package chat.hubbub.presence;

import chat.hubbub.bus.Fact;

/**
 * A user is typing in a place, or has stopped.
 *
 * @param place the place
 * @param name the name of the user
 * @param typing whether the user is typing
 */
record Typed(String place, String name, boolean typing) implements Fact {

}
