package chat.hubbub.report;

import java.time.Instant;

import chat.hubbub.topic.TopicName;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a message.
 *
 * @param topic its topic, which admins do not see
 * @param seq its number
 * @param sender the name of its sender
 * @param account the number of the sender's account, {@code null} for a guest
 * @param text the text
 * @param sentAt its time
 */
record ReportedMessage(TopicName topic, long seq, String sender, @Nullable Long account, String text, Instant sentAt) {

}
