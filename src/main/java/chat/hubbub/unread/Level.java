package chat.hubbub.unread;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The messages of a topic that a person wants to be told of. */
enum Level {

	/** Every message. */
	ALL,

	/** Only mentions. */
	MENTIONS,

	/** Nothing. */
	MUTED;

	/** The level of a name, as in JSON and in the store; empty for any other. */
	static Optional<Level> of(String name) {
		return Arrays.stream(values()).filter((level) -> level.toString().equals(name)).findFirst();
	}

	/** Its name in JSON and in the store. */
	@Override
	@JsonValue
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
