package chat.hubbub.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import chat.hubbub.message.Posted;

/**
 * A message that was found.
 *
 * @param message the message as in the history; in JSON its fields
 * @param marks the places of its text that fit the query: where each begins and ends, in
 * UTF-16 units; in JSON only if there are some
 */
record Hit(@JsonUnwrapped Posted message, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<Integer>> marks) {

}
