package chat.hubbub.broker;

import chat.hubbub.bus.LocalFact;

/**
 * This node must not repeat what it knows of the past of a topic, because texts in it
 * were erased, or because events may be missing from it.
 *
 * @param destination the topic's destination
 */
public record PastForgotten(String destination) implements LocalFact {

}
