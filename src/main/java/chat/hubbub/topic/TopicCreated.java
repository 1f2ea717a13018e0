package chat.hubbub.topic;

/**
 * A topic has been created.
 *
 * @param topic the new topic
 */
public record TopicCreated(Topic topic) {

}
