package chat.hubbub.topic;

/**
 * A topic's settings or members have changed, on this node or another, and possibly the
 * rights of some users.
 *
 * @param before the old state
 * @param after the new state, which may have changed again meanwhile
 */
public record TopicChanged(Rights before, Rights after) {

}
