package chat.hubbub.broker.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.NativeMessageHeaderAccessor;

import chat.hubbub.stomp.FrameFault;
import chat.hubbub.stomp.StompVersion;

/**
 * The headers of a SEND that mean nothing to Hubbub: they reach the subscribers (STOMP
 * 1.2, SEND).
 *
 * @param values the headers in their order; not copied
 */
public record CustomHeaders(Map<String, String> values) {

	/** No headers. */
	public static final CustomHeaders NONE = new CustomHeaders(Map.of());

	/** The greatest number of custom headers. */
	static final int MAX_HEADERS = 16;

	/** The greatest number of characters in all their names and values. */
	static final int MAX_CHARACTERS = 1024;

	// Every version of STOMP can say such a name, whatever it escapes.
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	/**
	 * Finds them among the headers of a client's frame.
	 * @param headers the headers of the frame as Spring holds them
	 * @return all headers but those that Hubbub or STOMP give a meaning
	 * @throws chat.hubbub.refusal.Refusal if there are too many, or one has an odd name
	 */
	public static CustomHeaders of(MessageHeaders headers) {
		Map<String, String> customs = select(headers);
		if (!customs.isEmpty()) {
			customs.keySet().removeIf(CustomHeaders::isSprings);
		}
		if (customs.isEmpty()) {
			return NONE;
		}
		int characters = customs.entrySet()
			.stream()
			.mapToInt((header) -> header.getKey().length() + header.getValue().length())
			.sum();
		if (customs.size() > MAX_HEADERS || characters > MAX_CHARACTERS) {
			throw FrameFault.tooLarge("It has more than " + MAX_HEADERS + " custom headers, or more than "
					+ MAX_CHARACTERS + " characters in them.");
		}
		if (!customs.keySet().stream().allMatch((name) -> NAME.matcher(name).matches())) {
			throw FrameFault
				.header("The name of a custom header may contain only letters, digits, dots, hyphens and underscores.");
		}
		return new CustomHeaders(customs);
	}

	/** Such as {@code simpOrigDestination}: no client may set it. */
	private static boolean isSprings(String name) {
		return name.startsWith("simp") && name.length() > 4 && Character.isUpperCase(name.charAt(4));
	}

	public static Map<String, String> select(MessageHeaders headers) {
		Map<String, String> customs = new LinkedHashMap<>();
		if (headers.get(NativeMessageHeaderAccessor.NATIVE_HEADERS) instanceof Map<?, ?> natives) {
			natives.forEach((name, values) -> {
				if (values instanceof List<?> list && !list.isEmpty() && !ControlHeaders.contains(name)) {
					customs.put(String.valueOf(name), String.valueOf(list.get(0)));
				}
			});
		}
		return customs;
	}

	/**
	 * The headers as they are stored.
	 * @return a line for each header, escaped as STOMP 1.2 does, or {@code null} for none
	 */
	public @Nullable String toText() {
		return this.values.isEmpty() ? null
				: this.values.entrySet()
					.stream()
					.map((header) -> header.getKey() + ":" + StompVersion.V1_2.escape(header.getValue()))
					.collect(Collectors.joining("\n"));
	}

	/**
	 * The headers from the store.
	 * @param text what {@link #toText()} returned
	 * @return the headers
	 */
	public static CustomHeaders ofText(@Nullable String text) {
		if (text == null) {
			return NONE;
		}
		Map<String, String> values = new LinkedHashMap<>();
		text.lines().forEach((line) -> {
			int colon = line.indexOf(':');
			values.put(line.substring(0, colon), StompVersion.V1_2.unescape(line.substring(colon + 1)));
		});
		return new CustomHeaders(values);
	}

}
