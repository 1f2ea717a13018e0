package chat.hubbub.unread;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message to a person about what is new.
 *
 * @param type {@code state} if it replaces the earlier messages, otherwise
 * {@code changed}
 * @param topics all topics, or of {@code changed} those that are different
 * @param gone the names of topics that the person can no longer read
 * @param places developers' destinations, of {@code state} those with something new
 */
record Notice(String type, List<TopicState> topics, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> gone,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlaceState> places) {

}
