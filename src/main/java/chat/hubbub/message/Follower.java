package chat.hubbub.message;

import java.util.List;

/**
 * Reads the logs of all topics after their events are committed, such as a search index.
 * Every bean of this type gets a thread of its own, and a stored cursor for each topic.
 * <p>
 * A follower gets every event of every topic, of every kind, in the order of the topic's
 * numbers and without gaps; the order between topics is free. The conversations of a few
 * accounts are not among them, unless it {@linkplain #readsConversations() asks for
 * them}. It gets them from memory while it keeps up, and otherwise from the store, as
 * after a restart. The writer, the users and other followers never wait for it.
 * <p>
 * Its own rows and its cursors are stored in one transaction, so each event is in its
 * rows exactly once. Other effects may repeat: after the process was killed or a step
 * failed, {@link #follow} gets all events again whose step was not stored. These are at
 * most the events of one call.
 * <p>
 * If it throws, its events since the last stored step come again after a pause, which
 * grows from 1 s to 1 min. No event is skipped; the health shows the follower until it
 * succeeds.
 */
public interface Follower {

	/** The maximum number of events of one call. */
	int MAX_ENTRIES = 10_000;

	/**
	 * Its name, the key of its cursors in the store. A follower with another name starts
	 * anew.
	 * @return 1 to 64 characters, always the same and unlike those of other followers
	 */
	String name();

	/**
	 * Where it starts when the server has it for the first time. Topics that are created
	 * later are followed from their first event.
	 * @return the start, by default the first event of every topic
	 */
	default Start start() {
		return Start.FIRST_EVENT;
	}

	/**
	 * Whether it also gets the events of conversations. Only a follower that shows its
	 * results to no other users than their participants may have them.
	 * @return by default {@code false}: it gets the events of topics only
	 */
	default boolean readsConversations() {
		return false;
	}

	/**
	 * How many events of one call it wants at the most. Fewer make smaller steps, for
	 * which messages that are being stored wait less.
	 * @return 1 to {@value #MAX_ENTRIES}, always the same; by default the maximum
	 */
	default int maxEntries() {
		return MAX_ENTRIES;
	}

	/**
	 * Handles events that are committed. Called on the follower's own thread, outside of
	 * any transaction, never twice at a time; it may block, and then only this follower
	 * waits. It is interrupted when the server stops.
	 * @param entries at least one event and, unless one commit had more, at most
	 * {@link #maxEntries()}, of several topics; must not be changed. A message has the
	 * state of a recent moment: if it was changed meanwhile, the event of that change
	 * follows
	 * @return the step to store; the next call comes after it is stored
	 * @throws Exception to get the same events again later
	 */
	Step follow(List<LogEntry> entries) throws Exception;

	/** Where a new follower starts in existing topics. */
	enum Start {

		/** At the first event. */
		FIRST_EVENT,

		/** After the newest event at that time. */
		NEWEST_EVENT

	}

	/** The rows that a follower makes of the events of one call. */
	@FunctionalInterface
	interface Step {

		/** A step without rows; only the cursors are stored. */
		Step NO_ROWS = () -> {
		};

		/**
		 * Writes the follower's rows. Called on the thread of the log's writer, in its
		 * transaction, which Spring's JDBC classes use by themselves. While it runs, no
		 * message is stored; it must do nothing except write rows of its own tables. It
		 * must not begin another transaction or read {@link Messages}. If it throws, its
		 * changes are rolled back and those of others are stored.
		 */
		void store();

		/**
		 * The rows and the cursors are on disk. Called on the follower's own thread. Not
		 * called if the server stops or is killed in between.
		 */
		default void stored() {
		}

	}

}
