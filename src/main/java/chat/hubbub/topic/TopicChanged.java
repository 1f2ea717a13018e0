package chat.hubbub.topic;

/**
 * A topic's settings or people have changed, on this node or another, and with them
 * perhaps what somebody may do there.
 *
 * @param before what was
 * @param after what is, unless it has changed again meanwhile
 */
public record TopicChanged(Rights before, Rights after) {

}
