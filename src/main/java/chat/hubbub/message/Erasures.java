package chat.hubbub.message;

/** Erases the traces of a message outside of its row, such as the words of an index. */
@FunctionalInterface
public interface Erasures {

	/**
	 * A message has lost its text, or has another one. Called on the thread of the log's
	 * writer, in its transaction, after the row of the message was changed.
	 * @param message the id of the message
	 * @param former the text that it had
	 */
	void erased(long message, String former);

	/**
	 * The same for a message that may have had files.
	 * @param message the id of the message
	 * @param former the text that it had
	 * @param files whether it had files then
	 */
	default void erased(long message, String former, boolean files) {
		erased(message, former);
	}

}
