package chat.hubbub.message;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/** Finds the people whom a text mentions. Thread-safe. */
public interface Addressees {

	/**
	 * Finds people who exist now and may read the topic. Takes time in proportion to the
	 * text, and almost none for a text without {@code @}; it does not wait.
	 * @param topic the topic
	 * @param author the author of the text
	 * @param text the text
	 * @return the mentions, limited in number
	 */
	Mentions in(TopicName topic, User author, String text);

}
