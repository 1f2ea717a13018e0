package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Checks that a text is UTF-8. The text arrives in pieces that may be split at any byte.
 * For one thread at a time.
 */
final class Utf8Check {

	private static final int MAX_CHARACTER_BYTES = 4;

	private static final int CHARACTERS = 256;

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	private final CharBuffer characters = CharBuffer.allocate(CHARACTERS);

	/** The first bytes of a character whose rest has not arrived. */
	private final ByteBuffer cut = ByteBuffer.allocate(MAX_CHARACTER_BYTES);

	/**
	 * Checks the next piece.
	 * @param piece the bytes; not changed
	 * @param last whether the text ends with it
	 * @return whether the text is valid UTF-8 so far, or completely if this is the last
	 * piece
	 */
	boolean accept(ByteBuffer piece, boolean last) {
		ByteBuffer rest = piece.duplicate();
		while (this.cut.position() > 0 && rest.hasRemaining()) {
			this.cut.put(rest.get());
			if (!decode(this.cut.flip(), false)) {
				return false;
			}
			this.cut.compact();
		}
		if (!decode(rest, false)) {
			return false;
		}
		this.cut.put(rest);
		if (last) {
			boolean whole = this.cut.position() == 0;
			this.cut.clear();
			this.decoder.reset();
			return whole;
		}
		return true;
	}

	private boolean decode(ByteBuffer bytes, boolean end) {
		CoderResult result;
		do {
			result = this.decoder.decode(bytes, this.characters.clear(), end);
		}
		while (result.isOverflow());
		return !result.isError();
	}

}
