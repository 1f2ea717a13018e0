package chat.hubbub.topic;

import java.util.Optional;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;

/**
 * The mutes and bans that restrict users in topics. Thread-safe; answers from memory.
 */
public interface Discipline {

	/**
	 * Why a user may not read a topic.
	 * @param user the user
	 * @param topic the topic
	 * @return the refusal for the user, or empty if the user is not banned
	 */
	Optional<Refusal> banned(User user, TopicName topic);

	/**
	 * Why a user may not post to a topic.
	 * @param user the user
	 * @param topic the topic
	 * @return the refusal for the user, or empty if the user is not muted
	 */
	Optional<Refusal> muted(User user, TopicName topic);

	/**
	 * Why a user may not post anywhere on this server.
	 * @param user the user
	 * @return the refusal for the user, or empty if the user is not muted
	 */
	Optional<Refusal> muted(User user);

}
