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
import chat.hubbub.words.Phrase;

/**
 * The headers of a SEND that Hubbub does not use: they are passed on to the subscribers
 * (STOMP 1.2, SEND).
 *
 * @param values the headers in their order; not copied
 */
public record CustomHeaders(Map<String, String> values) {

	/** No headers. */
	public static final CustomHeaders NONE = new CustomHeaders(Map.of());

	/** The maximum number of custom headers. */
	static final int MAX_HEADERS = 16;

	/** The maximum number of characters in all their names and values. */
	static final int MAX_CHARACTERS = 1024;

	// Such a name needs no escapes in any version of STOMP.
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	/**
	 * Finds them among the headers of a client's frame.
	 * @param headers the headers of the frame as Spring holds them
	 * @return all headers without a meaning in Hubbub or STOMP
	 * @throws chat.hubbub.refusal.Refusal if there are too many or a name has invalid
	 * characters
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
			throw FrameFault.tooLarge(
					Phrase.of("frame.custom-headers").with("headers", MAX_HEADERS).with("characters", MAX_CHARACTERS));
		}
		if (!customs.keySet().stream().allMatch((name) -> NAME.matcher(name).matches())) {
			throw FrameFault.header(Phrase.of("header.custom"));
		}
		return new CustomHeaders(customs);
	}

	/**
	 * Whether it is a header of Spring, such as {@code simpOrigDestination}, which a
	 * client may not set.
	 */
	private static boolean isSprings(String name) {
		return name.startsWith("simp") && name.length() > 4 && Character.isUpperCase(name.charAt(4));
	}

	/**
	 * The headers of a message that subscribers receive unchanged.
	 * @param headers the headers of a client's or a developer's message
	 * @return a new map without control headers; of several values the first
	 */
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
	 * The headers in their stored form.
	 * @return a line for each header with the escapes of STOMP 1.2, or {@code null}
	 * without headers
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
	 * @param text the result of {@link #toText()}
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
