package chat.hubbub.presence;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person as clients see them.
 *
 * @param name the name
 * @param away whether they are away
 */
record Shown(String name, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean away) {

}
