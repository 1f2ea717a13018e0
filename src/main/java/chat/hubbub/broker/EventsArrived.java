package chat.hubbub.broker;

import java.util.Map;

import chat.hubbub.bus.LocalFact;

/**
 * Other nodes have stored events. Their subscribers on this node have them by now, if
 * there are any.
 *
 * @param heads the number of the newest known event of each topic, by its destination
 */
public record EventsArrived(Map<String, Long> heads) implements LocalFact {

}
