package chat.hubbub.broker;

import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Fact;

/**
 * An event looks different from now on: for example its text is gone.
 *
 * @param event what there is now in the place of the event of its number; the store has
 * it already
 */
public record Replaced(EncodedMessage event) implements Fact {

}
