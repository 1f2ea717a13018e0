package chat.hubbub.message;

import java.sql.SQLException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * A request to change a topic. The log's writer grants wishes in their order, and
 * completes each with its event.
 */
sealed interface Wish permits Post, Edit, Deletion, Reaction, Previewing, PreviewRemoval {

	/** Its topic. */
	TopicName topic();

	/** The user who makes the wish. */
	User author();

	/** Its approximate size on the heap in bytes. */
	long bytes();

	/** Whether it waits for others, so that they become one event. */
	default boolean isCollected() {
		return false;
	}

	/**
	 * Checks whether it can be granted in the present state, without changing anything.
	 * @return the refusal, or empty if it can be granted
	 */
	Optional<Refusal> objection(Commit commit) throws SQLException;

	/** Changes the store. */
	Outcome grant(Commit commit) throws SQLException;

	/**
	 * Completes it after it was granted and published.
	 * @param event its event, or {@code null} if there was nothing to do
	 */
	void complete(@Nullable Event event);

	/** Refuses it; nothing has changed. */
	void refuse(Refusal refusal);

}
