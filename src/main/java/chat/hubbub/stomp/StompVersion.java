package chat.hubbub.stomp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The versions of STOMP with their escapes of headers (STOMP 1.2, Value Encoding). */
public enum StompVersion {

	/** Has no escapes. */
	V1_0("1.0", "", ""),

	/** Escapes a backslash, a colon and a line feed. */
	V1_1("1.1", "\\:\n", "\\cn"),

	/** Escapes a carriage return too. */
	V1_2("1.2", "\\:\n\r", "\\cnr");

	/** The list for the ERROR to a client without a common version. */
	public static final String ALL = "1.0,1.1,1.2";

	private final String number;

	private final String characters;

	private final String letters;

	StompVersion(String number, String characters, String letters) {
		this.number = number;
		this.characters = characters;
		this.letters = letters;
	}

	/**
	 * Chooses the version of the sub-protocol if the client accepts it, otherwise the
	 * newest common version: the sub-protocol never prevents a common version.
	 * @param accepted the client's {@code accept-version}; if absent, 1.0. Surrounding
	 * blanks are ignored.
	 * @param subProtocol the negotiated WebSocket sub-protocol, or {@code null}
	 */
	public static Optional<StompVersion> negotiate(@Nullable String accepted, @Nullable String subProtocol) {
		List<String> numbers = (accepted != null) ? Arrays.stream(accepted.split(",")).map(String::strip).toList()
				: List.of(V1_0.number);
		List<StompVersion> common = Arrays.stream(values())
			.filter((version) -> numbers.contains(version.number))
			.toList();
		return common.stream()
			.filter((version) -> version.subProtocol().equalsIgnoreCase(subProtocol))
			.findFirst()
			.or(() -> common.stream().reduce((older, newer) -> newer));
	}

	/** Whether this version has heart-beats. */
	public boolean hasHeartBeats() {
		return this != V1_0;
	}

	/** The name of the WebSocket sub-protocol of this version. */
	String subProtocol() {
		return "v" + this.number.replace(".", "") + ".stomp";
	}

	/**
	 * Escapes a header's name or value. A line end that this version cannot escape
	 * becomes a blank, because it must not start another header.
	 */
	public String escape(String value) {
		StringBuilder escaped = null;
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			boolean plain = isPlain(character);
			if (!plain && escaped == null) {
				escaped = new StringBuilder(value.length() + 8).append(value, 0, i);
			}
			if (escaped != null) {
				escaped.append(plain ? String.valueOf(character) : escape(character));
			}
		}
		return (escaped != null) ? escaped.toString() : value;
	}

	/** Called for each character of each header, so the common ones are tested first. */
	private boolean isPlain(char character) {
		if (character >= ' ' && character != ':' && character != '\\') {
			return true;
		}
		return character != '\n' && character != '\r' && this.characters.indexOf(character) < 0;
	}

	private String escape(char character) {
		int at = this.characters.indexOf(character);
		return (at >= 0) ? "\\" + this.letters.charAt(at) : " ";
	}

	/**
	 * Decodes the escapes.
	 * @throws FrameFault for an escape that this version does not define
	 */
	public String unescape(String value) {
		int from = value.indexOf('\\');
		if (from < 0 || this.letters.isEmpty()) {
			return value;
		}
		StringBuilder plain = new StringBuilder(value.length()).append(value, 0, from);
		for (int i = from; i < value.length(); i++) {
			char character = value.charAt(i);
			plain.append((character == '\\') ? resolve(value, ++i) : character);
		}
		return plain.toString();
	}

	private char resolve(String value, int index) {
		int at = (index < value.length()) ? this.letters.indexOf(value.charAt(index)) : -1;
		if (at < 0) {
			throw FrameFault.undefinedEscape();
		}
		return this.characters.charAt(at);
	}

	@Override
	public String toString() {
		return this.number;
	}

}
