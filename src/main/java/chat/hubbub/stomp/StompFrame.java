package chat.hubbub.stomp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A frame (STOMP 1.2, STOMP Frames). If a header is repeated, the first one applies.
 *
 * @param command the command, e.g. {@code SEND}
 * @param headers the headers in their order, without escapes; not copied
 * @param body the body, may be empty; not copied
 */
public record StompFrame(String command, Map<String, String> headers, byte[] body) {

	/** The header of a client's frame that asks for a RECEIPT. */
	public static final String RECEIPT = "receipt";

	private static final int OWN_BYTES = 256;

	/** The heap bytes of a header besides its characters: two strings and a map entry. */
	static final int HEADER_BYTES = 160;

	/** In a string with characters beyond Latin-1. */
	static final int BYTES_PER_CHARACTER = 2;

	private static final byte[] NO_BODY = new byte[0];

	/** An empty frame of the server; {@link #with} adds its headers. */
	public static StompFrame of(String command) {
		return new StompFrame(command, new LinkedHashMap<>(), NO_BODY);
	}

	/** The value of a header, or {@code null} if the frame does not have it. */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	/**
	 * The value of a required header.
	 * @throws FrameFault if it is missing or empty
	 */
	public String require(String name) {
		String value = header(name);
		if (value == null || value.isEmpty()) {
			throw FrameFault.missingHeader(this.command, name);
		}
		return value;
	}

	/** Its approximate size on the heap in bytes. */
	public long bytes() {
		long bytes = (long) OWN_BYTES + this.body.length;
		for (Map.Entry<String, String> header : this.headers.entrySet()) {
			bytes += HEADER_BYTES
					+ (long) BYTES_PER_CHARACTER * (header.getKey().length() + header.getValue().length());
		}
		return bytes;
	}

	/**
	 * This frame with one header more, or the same frame if the value is {@code null}.
	 */
	public StompFrame with(String name, @Nullable String value) {
		if (value != null) {
			this.headers.put(name, value);
		}
		return this;
	}

	/** This frame with a body, which is not copied. */
	public StompFrame withBody(String contentType, byte[] body) {
		with("content-type", contentType).with("content-length", Integer.toString(body.length));
		return new StompFrame(this.command, this.headers, body);
	}

	/**
	 * The frame as bytes.
	 * @param version the version of the escapes; {@code CONNECTED} has no escapes in any
	 * version (STOMP 1.2, Value Encoding)
	 */
	public byte[] encode(StompVersion version) {
		StringBuilder head = new StringBuilder(128).append(this.command).append('\n');
		StompVersion escapes = this.command.equals("CONNECTED") ? StompVersion.V1_0 : version;
		this.headers.forEach((name,
				value) -> head.append(escapes.escape(name)).append(':').append(escapes.escape(value)).append('\n'));
		byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
		byte[] bytes = new byte[start.length + this.body.length + 1];
		System.arraycopy(start, 0, bytes, 0, start.length);
		System.arraycopy(this.body, 0, bytes, start.length, this.body.length);
		return bytes;
	}

}
