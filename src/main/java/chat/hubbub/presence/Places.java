package chat.hubbub.presence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.stomp.Destinations;

/**
 * The destinations where people gather. A place is such a destination without its prefix:
 * {@code chat} is the lobby, {@code chat.tea} a topic, {@code dice} a developer's
 * {@link Gathering}. Thread-safe.
 */
@Component
class Places {

	static final String CHAT = "chat";

	private static final String PRESENCE = "presence";

	private static final String TYPING = "typing";

	private final List<String> kinds;

	Places(ObjectProvider<Gathering> gatherings) {
		this.kinds = Stream.concat(Stream.of(CHAT), gatherings.stream().map(Gathering::name)).toList();
	}

	/**
	 * The place whose people subscribe or send to a destination.
	 * @param destination the destination as the broker names it
	 * @param prefix the prefix of such destinations
	 * @return the place, or empty for another destination
	 */
	Optional<String> of(String destination, String prefix) {
		if (!destination.startsWith(prefix)) {
			return Optional.empty();
		}
		for (String kind : this.kinds) {
			if (isOf(kind, destination, prefix.length())) {
				return Optional.of(destination.substring(prefix.length()));
			}
		}
		return Optional.empty();
	}

	/** The place whose people a destination shows. */
	Optional<String> presenceOf(String destination) {
		return shown(destination, PRESENCE, Destinations.TOPIC);
	}

	/** The place whose typing a destination shows. */
	Optional<String> typingOf(String destination) {
		return shown(destination, TYPING, Destinations.TOPIC);
	}

	/** A developer's place, by the end of its destination. */
	Optional<String> named(String name) {
		return of(name, "").filter((place) -> !isOf(CHAT, place, 0));
	}

	static String presence(String place) {
		return destination(PRESENCE, place);
	}

	static String typing(String place) {
		return destination(TYPING, place);
	}

	private static String destination(String what, String place) {
		return Destinations.TOPIC + what + (isOf(CHAT, place, 0) ? place.substring(CHAT.length()) : "/" + place);
	}

	private Optional<String> shown(String destination, String what, String prefix) {
		if (!destination.startsWith(what, prefix.length()) || !destination.startsWith(prefix)) {
			return Optional.empty();
		}
		String rest = destination.substring(prefix.length() + what.length());
		if (rest.isEmpty() || rest.charAt(0) == '.') {
			return Optional.of(CHAT + rest);
		}
		return (rest.charAt(0) == '/') ? named(rest.substring(1)) : Optional.empty();
	}

	private static boolean isOf(String kind, String path, int from) {
		int end = from + kind.length();
		return path.startsWith(kind, from) && (path.length() == end || path.charAt(end) == '.');
	}

}
