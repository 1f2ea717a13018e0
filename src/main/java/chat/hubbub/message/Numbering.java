package chat.hubbub.message;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

import chat.hubbub.topic.TopicName;

/**
 * The numbers of events and the ids of messages. The topic's row counts its events, so a
 * number is taken if and only if its event is stored. An id is never used again, and in a
 * topic a later message has a greater one. For the thread that writes, while a commit
 * runs.
 */
interface Numbering {

	/**
	 * Begins a commit; the first call in its transaction. No other writer stores events
	 * of its topics until it ends.
	 * @param units the units of the commit
	 * @param others further topics whose messages it changes
	 */
	Start begin(List<Unit> units, Collection<TopicName> others) throws SQLException;

	/** Takes the next number of a topic. */
	long next(TopicName topic) throws SQLException;

	/** Takes the next id of a message. */
	long nextMessage() throws SQLException;

	/**
	 * The number of the message that was stored with a client's id before this commit.
	 */
	OptionalLong find(ClientId id) throws SQLException;

	/** Writes what was taken. */
	void store() throws SQLException;

	/** The commit is on disk. */
	void committed();

	/** The commit failed. */
	void forget();

	/**
	 * The start of a commit.
	 *
	 * @param now the time of its events, to the millisecond
	 * @param transaction the database's name of the transaction; empty if the transaction
	 * has no name
	 */
	record Start(Instant now, String transaction) {

	}

}
