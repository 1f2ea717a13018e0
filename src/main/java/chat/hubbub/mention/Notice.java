package chat.hubbub.mention;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * A notice that a message is for somebody, or of something else of theirs; also its JSON.
 *
 * @param type the reason, such as {@code mention} or {@code direct}
 * @param topic the topic of the message, {@code null} if it is of none
 * @param seq its number, 0 without a message
 * @param sender the name of its sender
 * @param text the start of its text
 * @param sentAt the time at which it was posted or edited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(String type, @Nullable String topic, long seq, String sender, String text, Instant sentAt) {

	/** The maximum number of characters (code points) of the text. */
	private static final int LENGTH = 200;

	/**
	 * A notice of a message.
	 * @param type the reason
	 * @param topic the topic
	 * @param seq the number of the message
	 * @param sender the name of its sender
	 * @param text its text, which may be longer
	 * @param sentAt the time
	 * @return the notice
	 */
	public static Notice of(String type, TopicName topic, long seq, String sender, String text, Instant sentAt) {
		return new Notice(type, topic.value(), seq, sender, start(text), sentAt);
	}

	/**
	 * A notice of something that belongs to no topic.
	 * @param type the reason
	 * @param sender the thing that it is about
	 * @param text a text, which may be longer
	 * @param sentAt the time
	 * @return the notice
	 */
	public static Notice of(String type, String sender, String text, Instant sentAt) {
		return new Notice(type, null, 0, sender, start(text), sentAt);
	}

	private static String start(String text) {
		return (text.codePointCount(0, text.length()) <= LENGTH) ? text
				: text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "…";
	}

}
