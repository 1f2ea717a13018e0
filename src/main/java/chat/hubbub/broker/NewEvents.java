package chat.hubbub.broker;

import java.util.List;
import java.util.Set;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The new events of one commit.
 *
 * @param events the events in their order, those of each topic without gaps; must not be
 * changed
 * @param erasing those of the events that change an earlier one of their topic, whose
 * former form is erased from memory
 * @param change a number that no change of rights exceeds that was committed before them;
 * ignored without a cluster
 */
public record NewEvents(List<EncodedMessage> events, Set<EncodedMessage> erasing, long change) {

}
