package chat.hubbub.broker;

import chat.hubbub.bus.StoredFact;

/**
 * Several past events of one topic have changed; the store already has their new state.
 *
 * @param destination the topic's destination
 */
public record Rewritten(String destination) implements StoredFact {

}
