package chat.hubbub.presence;

import java.util.List;

import chat.hubbub.bus.Fact;

/**
 * The people whose state has changed on one node. Every node publishes it each second if
 * there is a change, and now and then without one, as a sign of life.
 *
 * @param node the node's unique id
 * @param complete whether these are all people of the node
 * @param people their states, the latest last
 */
record Attended(String node, boolean complete, List<Seen> people) implements Fact {

}
