package chat.hubbub.push;

import java.time.Instant;

import chat.hubbub.topic.TopicName;

/**
 * A message that waits to be told to a browser: the newest of its topic.
 *
 * @param subscription the browser
 * @param topic the topic
 * @param seq the number of the message
 * @param event the number of the event that is told: the message itself, or its edit
 * @param expiresAt the time after which it is not told any more
 * @param attempts how often it was tried
 */
record Waiting(Subscription subscription, TopicName topic, long seq, long event, Instant expiresAt, int attempts) {

}
