package chat.hubbub.topic;

import java.util.Optional;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;

/**
 * Says who has been silenced, and who is kept out of topics that they else might read.
 * Thread-safe; answers from memory.
 */
public interface Discipline {

	/**
	 * Why somebody may not read a topic.
	 * @param user who
	 * @param topic the topic
	 * @return what they are told, or empty if nobody keeps them out
	 */
	Optional<Refusal> banned(User user, TopicName topic);

	/**
	 * Why somebody may not post to a topic.
	 * @param user who
	 * @param topic the topic
	 * @return what they are told, or empty if they may speak
	 */
	Optional<Refusal> muted(User user, TopicName topic);

	/**
	 * Why somebody may not speak anywhere on this server.
	 * @param user who
	 * @return what they are told, or empty if they may speak
	 */
	Optional<Refusal> muted(User user);

}
