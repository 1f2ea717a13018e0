package chat.hubbub.broker;

import java.util.List;
import java.util.Set;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The new events of one commit.
 *
 * @param events the events in their order, those of each topic without gaps; must not be
 * changed
 * @param erasing those of the events that erase a text of their topic
 * @param change the number of the newest change of rights that was stored before them; 0
 * without a cluster
 */
public record NewEvents(List<EncodedMessage> events, Set<EncodedMessage> erasing, long change) {

}
