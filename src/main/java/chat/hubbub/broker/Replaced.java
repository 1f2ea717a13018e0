package chat.hubbub.broker;

import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.LocalFact;

/**
 * An event has changed, for example because its text was erased.
 *
 * @param event the new state of the event with its number; the store already has it
 */
public record Replaced(EncodedMessage event) implements LocalFact {

}
