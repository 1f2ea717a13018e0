package chat.hubbub.presence;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message about the people of a place.
 *
 * @param type {@code state} if it replaces the earlier messages, otherwise
 * {@code changed}
 * @param online the number of people who are online
 * @param away the number of people who are away
 * @param people the people to show, or of {@code changed} those who are new or different
 * @param gone the names of {@code changed} that are no longer shown
 */
record Notice(String type, int online, int away, List<Shown> people,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> gone) {

}
