package chat.hubbub.broker;

import java.util.List;

import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Fact;

/**
 * Messages for all subscribers of their destinations, on every node. The events of one
 * topic must be published by one thread at a time, in the order of their numbers.
 *
 * @param messages the messages in their order; must not be changed
 */
public record Published(List<EncodedMessage> messages) implements Fact {

}
