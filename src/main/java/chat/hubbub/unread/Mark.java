package chat.hubbub.unread;

import org.jspecify.annotations.Nullable;

/**
 * How far a person has read a topic, and what they want to be told of it.
 *
 * @param read the number of the last event that was read; {@code null} if they have not
 * read the topic yet
 * @param level the messages that they want to be told of
 * @param favourite whether the topic is among their favourites
 */
record Mark(@Nullable Long read, Level level, boolean favourite) {

	/** The mark of a topic to which a person has paid no attention yet. */
	static final Mark NONE = new Mark(null, Level.ALL, false);

}
