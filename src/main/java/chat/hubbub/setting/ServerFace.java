package chat.hubbub.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the server that people see; also their JSON.
 *
 * @param name the name of the server
 * @param icon the address of its icon; {@code null} for the one of Hubbub
 */
public record ServerFace(String name, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String icon) {

}
