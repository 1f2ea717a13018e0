package chat.hubbub.presence;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person as clients see them.
 *
 * @param name the name
 * @param away whether they are away
 * @param guest whether they have no account
 */
record Shown(String name, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean away,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean guest) {

	/** Both of two people with this name, one of whom is in the time of grace. */
	Shown and(Shown other) {
		return new Shown(this.name, this.away && other.away, this.guest && other.guest);
	}

}
