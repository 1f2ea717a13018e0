package chat.hubbub.stomp;

import java.nio.charset.StandardCharsets;

import chat.hubbub.words.Phrase;

/**
 * The limits of names that a client chooses and the server keeps. The {@code id} of ACK
 * and NACK comes from the server and is not kept.
 */
public final class HeaderBounds {

	/** The maximum number of bytes of an id, in UTF-8. */
	public static final int MAX_ID_BYTES = 256;

	/** The maximum number of bytes of a destination, in UTF-8. */
	public static final int MAX_DESTINATION_BYTES = 512;

	private static final int MAX_BYTES_PER_CHAR = 3;

	private HeaderBounds() {
	}

	/**
	 * Checks the names in a frame.
	 * @throws FrameFault if one is too long
	 */
	public static void check(StompFrame frame) {
		check(frame, "receipt", MAX_ID_BYTES);
		check(frame, "transaction", MAX_ID_BYTES);
		check(frame, "destination", MAX_DESTINATION_BYTES);
		if (!frame.command().endsWith("ACK")) {
			check(frame, "id", MAX_ID_BYTES);
		}
	}

	private static void check(StompFrame frame, String header, int bound) {
		String value = frame.header(header);
		if (value != null && value.length() > bound / MAX_BYTES_PER_CHAR
				&& (value.length() > bound || value.getBytes(StandardCharsets.UTF_8).length > bound)) {
			throw FrameFault.header(Phrase.of("header.length").with("header", header).with("bytes", bound));
		}
	}

}
