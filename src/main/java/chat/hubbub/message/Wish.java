package chat.hubbub.message;

import java.sql.SQLException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * Something that somebody wants to happen in a topic. The log's writer grants wishes in
 * the order in which they come, and completes each with the event that came of it.
 */
sealed interface Wish permits Post, Deletion {

	/** Where it shall happen. */
	TopicName topic();

	/** The user who wants it. */
	User author();

	/** How many bytes it takes on the heap, about. */
	long bytes();

	/**
	 * Why it cannot be granted, as the store is. Changes nothing.
	 * @return the refusal, or empty if there is no reason
	 */
	Optional<Refusal> objection(Commit commit) throws SQLException;

	/** Changes the store. */
	Outcome grant(Commit commit) throws SQLException;

	/**
	 * Tells that it was granted, and all subscribers were told.
	 * @param event the event that stands for it, or {@code null} if there was nothing to
	 * do
	 */
	void complete(@Nullable Event event);

	/** Tells that it was not granted, and nothing has changed. */
	void refuse(Refusal refusal);

}
