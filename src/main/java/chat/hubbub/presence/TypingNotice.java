package chat.hubbub.presence;

import java.util.List;

/**
 * A message about the users who are typing in a place.
 *
 * @param type always {@code typing}
 * @param count their number
 * @param people the names of the first
 */
record TypingNotice(String type, int count, List<String> people) {

	TypingNotice(int count, List<String> people) {
		this("typing", count, people);
	}

}
