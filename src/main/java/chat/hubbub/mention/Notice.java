package chat.hubbub.mention;

import java.time.Instant;

import chat.hubbub.topic.TopicName;

/**
 * A notice that a message is for somebody; also its JSON.
 *
 * @param type the reason, {@code mention} or {@code direct}
 * @param topic the topic of the message
 * @param seq its number
 * @param sender the name of its sender
 * @param text the start of its text
 * @param sentAt the time at which it was posted or edited
 */
public record Notice(String type, String topic, long seq, String sender, String text, Instant sentAt) {

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
		String start = (text.codePointCount(0, text.length()) <= LENGTH) ? text
				: text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "…";
		return new Notice(type, topic.value(), seq, sender, start, sentAt);
	}

}
